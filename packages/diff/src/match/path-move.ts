import { groupBy } from './group-by.ts';

/** Longer ends are made by no one but to waste time. */
const MOST_PARTS = 64;

/** How many parts two paths have in common at their end; more than 64 count as 64. */
export function commonPathEnd(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length, MOST_PARTS);
  let common = 0;
  while (common < most && a[a.length - 1 - common] === b[b.length - 1 - common]) common++;
  return common;
}

/** What of one path became what of the other, beside their common end: `/tmp/base -> /checkout`. */
export function pathMove(base: readonly string[], head: readonly string[]): string {
  const common = commonPathEnd(base, head);
  return [base, head].map((parts) => parts.slice(0, parts.length - common).join('/')).join(' -> ');
}

/** The move of a folder that more files share than any other; none where no two files moved alike. */
export function usualMove(moves: readonly string[]): string | undefined {
  const groups = [...groupBy(moves, (move) => move).values()].sort((a, b) => b.length - a.length);
  if (groups.length === 0 || groups[0].length < 2 || groups[0].length === groups[1]?.length) return undefined;
  return groups[0][0];
}
