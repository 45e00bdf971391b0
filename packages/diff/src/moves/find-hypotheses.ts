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
/** Where one new function looks so much more like the old one than another does, only that one can be it. */
const NOTICEABLE = 0.05;

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

  const callersBefore = [...(before.callers.get(entity)?.keys() ?? [])];
  const changed = new Set(evidence.changed);

  if (isGone(entity)) {
    const likenessOf = (other: number) =>
      grew ? renameLikeness(other, entity, evidence.matching, graphs) : renameLikeness(entity, other, evidence.matching, graphs);
    const inItsPlace = callersBefore.flatMap((caller) => [...(after.callees.get(caller)?.keys() ?? [])]);
    const candidates = gaining([...changed, ...inItsPlace].filter(isNew))
      .map((other) => ({ other, likeness: likenessOf(other) }))
      .filter((candidate) => candidate.likeness >= NEEDED_LIKENESS)
      .sort((a, b) => b.likeness - a.likeness);
    for (const { other, likeness } of candidates) {
      if (likeness > candidates[0].likeness - NOTICEABLE) yield { kind: 'renamed', entities: [entity, other] };
    }
  }

  // Its callers do the work themselves now; read backwards, they gave it to a new function.
  const callers = gaining(callersBefore).filter((other) => !isNew(other) && (isGone(entity) || changed.has(other)));
  if (isGone(entity)) yield* growing(grew ? 'split' : 'inlined', entity, callers);
  else yield* growing(grew ? 'shifted' : 'inlined', entity, callers);
  // What it calls now does the work; read backwards, it does itself what it called.
  yield* whole(grew ? 'inlined' : 'split', entity, gaining(newBelow([entity], after, isNew)));
  // New functions in its place do the work; read backwards, it stands in the place of several that are gone.
  if (isGone(entity)) yield* whole(grew ? 'shifted' : 'split', entity, gaining(newBelow(callersBefore, after, isNew)));

  const besideIt = callersBefore.flatMap((caller) => [
    caller,
    ...(before.callees.get(caller)?.keys() ?? []),
    ...(after.callees.get(caller)?.keys() ?? []),
  ]);
  yield* growing('shifted', entity, gaining(besideIt.filter((other) => changed.has(other))));

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

/** New functions that one of these calls, or one of such functions. */
function newBelow(entities: readonly number[], graph: CallGraph, isNew: (entity: number) => boolean): Set<number> {
  const found = new Set<number>();
  const callers = [...entities];
  for (const caller of callers) {
    for (const callee of graph.callees.get(caller)?.keys() ?? []) {
      if (found.has(callee) || !isNew(callee)) continue;
      found.add(callee);
      callers.push(callee);
    }
  }
  return found;
}
