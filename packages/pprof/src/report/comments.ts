import type { Profile } from '../profile.ts';

/** The `comments` report of pprof: all comments, also those that begin with `#`, which other reports do not show. */
export function comments(profile: Profile): readonly string[] {
  return profile.comments;
}

/** Writes comments as `go tool pprof -comments` does, a line each. */
export function renderComments(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
