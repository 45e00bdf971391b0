import type { MovedCost } from '../comparison.ts';
import type { CallGraph } from './call-graph.ts';
import type { MoveEvidence } from './explain-moves.ts';
import { renameLikeness } from './rename-likeness.ts';

/** A way in which the cost may have moved between these entities. The sum has yet to confirm it. */
export interface Hypothesis {
  readonly kind: MovedCost['kind'];
  readonly entities: readonly number[];
}

export interface CallGraphs {
  readonly base: CallGraph;
  readonly head: CallGraph;
}

/** Callers and callees that took part of a cost: more than these no one would call a move. */
const MOST_PARTNERS = 6;
const NEEDED_LIKENESS = 0.6;

/**
 * The ways in which the change of an entity may be a move, the most telling first. `isFree` says which entities are not part of another move
 * yet.
 */
export function* findHypotheses(
  entity: number,
  evidence: MoveEvidence,
  graphs: CallGraphs,
  isFree: (entity: number) => boolean,
): Generator<Hypothesis> {
  const { changeOf } = evidence;
  const own = changeOf([entity]);
  const grew = own.change > 0;
  // Read the move backwards where the entity grew: what is new there then counts as gone.
  const [before, after] = grew ? [graphs.head, graphs.base] : [graphs.base, graphs.head];
  const isGone = (other: number) => isAbsent(other, grew ? 'base' : 'head');
  const isNew = (other: number) => isAbsent(other, grew ? 'head' : 'base');
  const gaining = (others: Iterable<number>) =>
    [...new Set(others)]
      .filter((other) => other !== entity && isFree(other))
      .map((other) => ({ other, gain: grew ? -changeOf([other]).change : changeOf([other]).change }))
      .filter(({ gain }) => gain > 0)
      .sort((a, b) => b.gain - a.gain || a.other - b.other)
      .map(({ other }) => other);

  if (isGone(entity)) {
    const sides = grew ? { base: after, head: before } : { base: before, head: after };
    const candidates = evidence.changed
      .filter((other) => isNew(other) && isFree(other))
      .map((other) => ({
        other,
        likeness: grew
          ? renameLikeness(other, entity, evidence.matching, sides)
          : renameLikeness(entity, other, evidence.matching, sides),
      }))
      .filter(({ likeness }) => likeness >= NEEDED_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness || a.other - b.other);
    for (const { other } of candidates) yield { kind: 'renamed', entities: [entity, other] };
  }

  // Its callers do the work themselves now; read backwards, they gave it to a new function.
  const callers = gaining(before.callers.get(entity)?.keys() ?? []).filter((other) => !isNew(other));
  if (isGone(entity)) yield* growing(grew ? 'split' : 'inlined', entity, callers);
  // What it calls now does the work; read backwards, it does itself what it called.
  const callees = gaining(newBelow(entity, after, isNew));
  yield* whole(grew ? 'inlined' : 'split', entity, callees);
  if (isGone(entity)) {
    const heirs = gaining(
      [...(before.callers.get(entity)?.keys() ?? [])].flatMap((caller) => [...newBelow(caller, after, isNew)]),
    );
    yield* whole(grew ? 'shifted' : 'split', entity, heirs);
  }

  const changed = new Set(evidence.changed);
  const siblings = [...(before.callers.get(entity)?.keys() ?? [])].flatMap((caller) => [
    caller,
    ...(before.callees.get(caller)?.keys() ?? []),
    ...(after.callees.get(caller)?.keys() ?? []),
  ]);
  yield* growing('shifted', entity, gaining(siblings.filter((other) => changed.has(other))));

  function isAbsent(other: number, side: 'base' | 'head'): boolean {
    return evidence.matching[side][other] === undefined || changeOf([other])[side] === 0;
  }
}

/** The partners one by one: the greatest alone, the two greatest, and so on. */
function* growing(kind: Hypothesis['kind'], entity: number, partners: readonly number[]): Generator<Hypothesis> {
  for (let count = 1; count <= Math.min(partners.length, MOST_PARTNERS); count++) {
    yield { kind, entities: [entity, ...partners.slice(0, count)] };
  }
}

/** All partners at once. */
function* whole(kind: Hypothesis['kind'], entity: number, partners: readonly number[]): Generator<Hypothesis> {
  if (partners.length > 0 && partners.length <= MOST_PARTNERS) yield { kind, entities: [entity, ...partners] };
}

/** New functions that are called by this one, or by such a one. */
function newBelow(entity: number, graph: CallGraph, isNew: (entity: number) => boolean): Set<number> {
  const found = new Set<number>();
  const callers = [entity];
  for (const caller of callers) {
    for (const callee of graph.callees.get(caller)?.keys() ?? []) {
      if (found.has(callee) || !isNew(callee)) continue;
      found.add(callee);
      callers.push(callee);
    }
  }
  return found;
}
