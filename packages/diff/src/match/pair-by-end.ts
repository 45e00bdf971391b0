import { groupBy } from './group-by.ts';
import { commonPathEnd, pathMove } from './path-move.ts';

/** Larger groups with one last part are made by no one but to waste time. */
const MAX_PAIRS = 1_000_000;

/** Positions of two paths, and what of base's became what of head's: `/tmp/base -> /checkout`. */
export interface EndPair {
  readonly base: number;
  readonly head: number;
  readonly move: string;
}

/** Pairs of paths, given in parts, in which each is the other's one partner with the longest common end. */
export function pairByEnd(base: readonly (readonly string[])[], head: readonly (readonly string[])[]): EndPair[] {
  const headByLast = groupBy(head.keys(), (position) => head[position].at(-1));
  const pairs: EndPair[] = [];
  for (const [last, basePositions] of groupBy(base.keys(), (position) => base[position].at(-1))) {
    const headPositions = headByLast.get(last) ?? [];
    if (basePositions.length * headPositions.length > MAX_PAIRS) continue;
    const back = new Map(headPositions.map((position) => [position, onlyBest(head[position], base, basePositions)]));
    for (const from of basePositions) {
      const to = onlyBest(base[from], head, headPositions);
      if (to !== undefined && back.get(to) === from) pairs.push({ base: from, head: to, move: pathMove(base[from], head[to]) });
    }
  }
  return pairs;
}

/** The one of the positions with the longest common end, if there is one alone. */
function onlyBest(
  parts: readonly string[],
  paths: readonly (readonly string[])[],
  positions: readonly number[],
): number | undefined {
  let best: number | undefined;
  let longest = 0;
  for (const position of positions) {
    const common = commonPathEnd(parts, paths[position]);
    if (common > longest) {
      longest = common;
      best = position;
    } else if (common === longest) best = undefined;
  }
  return best;
}
