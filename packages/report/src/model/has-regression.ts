import type { Report } from './report.ts';

/**
 * Whether a build may fail for what a report says: something surely got slower, or a costly function is new, against a base that says
 * what the change did. What is only indicative, or compared with an old baseline or another machine, fails nothing.
 */
export function hasRegression({ state, profiles }: Report): boolean {
  return state.kind === 'compared' && profiles.some(({ verdict }) => verdict === 'slower');
}
