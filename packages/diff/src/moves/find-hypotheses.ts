import type { MovedCost } from '../comparison.ts';
import type { CallGraph } from './call-graph.ts';
import type { MoveEvidence } from './explain-moves.ts';
import { renameLikeness } from './rename-likeness.ts';

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
 * The ways in which the change of an entity may be a move of one kind, the most telling first: the entity with those that may have
 * got its cost, or given it. `isFree` says which entities are not part of another move yet.
 */
export function findHypotheses(
  kind: MovedCost['kind'],
  entity: number,
  evidence: MoveEvidence,
  graphs: CallGraphs,
  isFree: (entity: number) => boolean,
): number[][] {
  const reading = read(entity, evidence, graphs, isFree);
  if (kind === 'renamed') return reading.isGone(entity) ? renamed(entity, evidence, graphs, reading) : [];
  const { callers, before, after, grew, gaining, isGone, isNew } = reading;
  const changed = new Set(evidence.changed);
  const found: number[][] = [];

  // Its callers do the work themselves now; read backwards, they gave it to a new function.
  if (kind === (grew ? (isGone(entity) ? 'split' : 'shifted') : 'inlined')) {
    found.push(...growing(gaining(callers).filter((other) => !isNew(other) && (isGone(entity) || changed.has(other)))));
  }
  // What it calls now does the work; read backwards, it does itself what it called.
  if (kind === (grew ? 'inlined' : 'split')) found.push(...together(gaining(newBelow([entity], after, isNew))));
  // New functions in its place do the work; read backwards, it stands in the place of several that are gone.
  if (kind === (grew ? 'shifted' : 'split') && isGone(entity)) found.push(...together(gaining(newBelow(callers, after, isNew))));
  if (kind === 'shifted') {
    const beside = callers.flatMap((caller) => [caller, ...calleesOf(caller, before), ...calleesOf(caller, after)]);
    found.push(...growing(gaining(beside.filter((other) => changed.has(other)))));
  }
  return found.map((partners) => [entity, ...partners]);
}

/** A change read in the direction in which the entity loses: where it grew, head and base change places. */
interface Reading {
  readonly grew: boolean;
  readonly before: CallGraph;
  readonly after: CallGraph;
  /** Those who called the entity before. */
  readonly callers: readonly number[];
  readonly isGone: (entity: number) => boolean;
  readonly isNew: (entity: number) => boolean;
  /** Those of the entities, without this one, that gained and are free, the greatest gain first. */
  readonly gaining: (entities: Iterable<number>) => number[];
}

function read(
  entity: number,
  { matching, changeOf }: MoveEvidence,
  graphs: CallGraphs,
  isFree: (entity: number) => boolean,
): Reading {
  const grew = changeOf([entity]).change > 0;
  const [before, after] = grew ? [graphs.head, graphs.base] : [graphs.base, graphs.head];
  const isAbsent = (other: number, side: 'base' | 'head') => matching[side][other] === undefined || changeOf([other])[side] === 0;
  return {
    grew,
    before,
    after,
    callers: [...(before.callers.get(entity)?.keys() ?? [])],
    isGone: (other) => isAbsent(other, grew ? 'base' : 'head'),
    isNew: (other) => isAbsent(other, grew ? 'head' : 'base'),
    gaining: (others) =>
      [...new Set(others)]
        .filter((other) => other !== entity && isFree(other))
        .map((other) => ({ other, gain: (grew ? -1 : 1) * changeOf([other]).change }))
        .filter(({ gain }) => gain > 0)
        .sort((a, b) => b.gain - a.gain || a.other - b.other)
        .map(({ other }) => other),
  };
}

function renamed(entity: number, { changed, matching }: MoveEvidence, graphs: CallGraphs, reading: Reading): number[][] {
  const { callers, after, grew, gaining, isNew } = reading;
  const inItsPlace = callers.flatMap((caller) => [...calleesOf(caller, after)]);
  const candidates = gaining([...changed, ...inItsPlace].filter(isNew))
    .map((other) => ({
      other,
      likeness: grew ? renameLikeness(other, entity, matching, graphs) : renameLikeness(entity, other, matching, graphs),
    }))
    .filter(({ likeness }) => likeness >= NEEDED_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness);
  return candidates.filter(({ likeness }) => likeness > candidates[0].likeness - NOTICEABLE).map(({ other }) => [entity, other]);
}

function calleesOf(caller: number, graph: CallGraph): Iterable<number> {
  return graph.callees.get(caller)?.keys() ?? [];
}

/** The partners one by one: the greatest alone, the two greatest, and so on. */
function growing(partners: readonly number[]): number[][] {
  return partners.slice(0, MOST_PARTNERS).map((_, last) => partners.slice(0, last + 1));
}

/** All partners at once. */
function together(partners: readonly number[]): number[][] {
  return partners.length > 0 && partners.length <= MOST_PARTNERS ? [[...partners]] : [];
}

/** New functions that one of these calls, or one of such functions. */
function newBelow(entities: readonly number[], graph: CallGraph, isNew: (entity: number) => boolean): Set<number> {
  const found = new Set<number>();
  const callers = [...entities];
  for (const caller of callers) {
    for (const callee of calleesOf(caller, graph)) {
      if (found.has(callee) || !isNew(callee)) continue;
      found.add(callee);
      callers.push(callee);
    }
  }
  return found;
}
