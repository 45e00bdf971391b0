import type { FunctionMatching } from '../match/match-functions.ts';
import { shortName } from '../names/short-name.ts';
import type { CallGraph } from './call-graph.ts';

/**
 * How much a function of the head looks like one of the base under another name, 0 to 1: called by the same functions, calling the
 * same, in the same file. Neighbours go by the last part of their name, so that a renamed package does not make them strangers.
 * A last part that stayed counts like the same callers.
 */
export function renameLikeness(
  base: number,
  head: number,
  matching: FunctionMatching,
  graphs: { readonly base: CallGraph; readonly head: CallGraph },
): number {
  const [from, to] = [matching.base[base], matching.head[head]];
  if (!from || !to) return 0;
  const callers = overlap(graphs.base.callers.get(base), graphs.head.callers.get(head), matching);
  const callees = overlap(graphs.base.callees.get(base), graphs.head.callees.get(head), matching);
  const sameName = shortName(from.family) === shortName(to.family);
  const sameFile = from.canonicalFile === to.canonicalFile;
  return 0.5 * Math.max(callers, sameName ? 1 : 0) + 0.3 * callees + 0.1 * (sameName ? 1 : 0) + 0.1 * (sameFile ? 1 : 0);
}

type Weights = ReadonlyMap<number, number> | undefined;

/** Common share of two sets of neighbours; neighbours that neither has are all in common. */
function overlap(base: Weights, head: Weights, matching: FunctionMatching): number {
  const [a, b] = [sharesByName(base, matching), sharesByName(head, matching)];
  if (a.size === 0 && b.size === 0) return 1;
  let common = 0;
  for (const [name, share] of a) common += Math.min(share, b.get(name) ?? 0);
  return common;
}

function sharesByName(weights: Weights, matching: FunctionMatching): Map<string, number> {
  const shares = new Map<string, number>();
  if (!weights) return shares;
  let whole = 0;
  for (const weight of weights.values()) whole += weight;
  for (const [entity, weight] of weights) {
    const name = shortName((matching.head[entity] ?? matching.base[entity])?.family ?? '');
    shares.set(name, (shares.get(name) ?? 0) + weight / whole);
  }
  return shares;
}
