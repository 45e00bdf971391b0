import type { Change, MovedCost } from '../comparison.ts';
import type { EntityThresholds } from '../judge/entity-thresholds.ts';
import type { FunctionMatching } from '../match/match-functions.ts';
import { callGraph } from './call-graph.ts';
import type { SideStacks } from './call-graph.ts';
import { findMovedGroups } from './find-moved-groups.ts';
import { findHypotheses } from './find-hypotheses.ts';

/** What {@link explainMoves} goes by. */
export interface MoveEvidence {
  readonly matching: FunctionMatching;
  /** The runs of each side, with the column of the sample type in question. */
  readonly base: SideStacks;
  readonly head: SideStacks;
  /** Entities whose own cost changed beyond doubt: those that would be findings. */
  readonly changed: readonly number[];
  /** The change of the own costs of several entities taken together, with its interval, judged as that of one function is. */
  readonly changeOf: (entities: readonly number[]) => Change;
  /** Cost of everything in the base, in the unit of the changes. */
  readonly whole: number;
  readonly thresholds: EntityThresholds;
}

/**
 * A cost that changed its place and nothing else: one finding, the row of `to[0]` with the numbers of `together`; the other functions are no
 * findings. Where the functions were matched all the same, in another file or a renamed
 * package, both lists are the same.
 */
export interface Move {
  readonly kind: MovedCost['kind'];
  /** Entities that lost the cost, the greatest loss first. */
  readonly from: readonly number[];
  /** Entities that got it, the greatest gain first. */
  readonly to: readonly number[];
  /** What all of them cost together, which did not change. */
  readonly together: Change;
}

/**
 * The explanations, the most telling first: what a rename explains needs no other. With each stands the part of what moved of which
 * the sum must rule out that it is a real change. Where something is gone or new, the stacks say enough for the sum to say less.
 */
const UNEXPLAINED: readonly (readonly [kind: Move['kind'], part: number])[] = [
  ['renamed', 1],
  ['inlined', 1],
  ['split', 1],
  ['shifted', 0.5],
];
/** Where more has changed, explanations of the smaller changes help no one. */
const MOST_CHANGED = 200;
/** A sum counts as changed where an interval so many times as wide as that of 95 % leaves out 0: as sure as a finding must be. */
const SURELY = 1.5;

/**
 * Finds among the changed functions those whose cost only went elsewhere or came from there: renamed, inlined into its callers, split
 * into new functions, shifted between callees of one caller. What shows it is structure (who calls whom, what is gone and what is new)
 * together with the sum, which must admit that nothing changed and rule out that much of what moved did. Then come costly functions
 * that did not change but stand in another file or package. No entity is in two moves. The order of `changed` does not matter.
 */
export function explainMoves(evidence: MoveEvidence): Move[] {
  const explained = new Set<number>(evidence.changed);
  const moves = movesOfChanged(evidence);
  for (const { from, to } of moves) for (const each of [...from, ...to]) explained.add(each);
  return [...moves, ...movedGroups(evidence, explained)];
}

function movesOfChanged(evidence: MoveEvidence): Move[] {
  const changed = greatestChanges(evidence);
  if (changed.length === 0) return [];
  const graphs = { base: callGraph(evidence.base, changed), head: callGraph(evidence.head, changed) };
  const moves: Move[] = [];
  const explained = new Set<number>();
  for (const [kind, unexplained] of UNEXPLAINED) {
    for (const entity of changed) {
      if (explained.has(entity)) continue;
      const isFree = (other: number) => !explained.has(other);
      const hypotheses = findHypotheses(kind, entity, { ...evidence, changed }, graphs, isFree);
      const move = firstThatHolds(kind, hypotheses, unexplained, evidence);
      if (!move) continue;
      moves.push(move);
      for (const each of [...move.from, ...move.to]) explained.add(each);
    }
  }
  return moves;
}

/** The changed entities, the greatest change first, as many as there is time for. */
function greatestChanges({ changed, changeOf }: MoveEvidence): number[] {
  return changed
    .map((entity) => ({ entity, size: Math.abs(changeOf([entity]).change) }))
    .sort((a, b) => b.size - a.size || a.entity - b.entity)
    .slice(0, MOST_CHANGED)
    .map(({ entity }) => entity);
}

/** Moves of whole files and packages: the functions in them that cost enough to be told of and did not change otherwise. */
function movedGroups({ matching, changeOf, whole, thresholds }: MoveEvidence, isOther: ReadonlySet<number>): Move[] {
  return findMovedGroups(matching).flatMap((group) => {
    const entities = group.entities
      .filter((entity) => !isOther.has(entity))
      .map((entity) => ({ entity, cost: changeOf([entity]).head }))
      .filter(({ entity, cost }) => cost >= thresholds.share[entity] * whole)
      .sort((a, b) => b.cost - a.cost || a.entity - b.entity)
      .map(({ entity }) => entity);
    if (entities.length === 0) return [];
    return [{ kind: group.kind, from: entities, to: entities, together: changeOf(entities) }];
  });
}

function firstThatHolds(
  kind: Move['kind'],
  hypotheses: readonly (readonly number[])[],
  unexplained: number,
  evidence: MoveEvidence,
): Move | undefined {
  for (const entities of hypotheses) {
    const parts = entities.map((entity) => ({ entity, change: evidence.changeOf([entity]).change }));
    parts.sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || a.entity - b.entity);
    const from = parts.filter(({ change }) => change < 0);
    const to = parts.filter(({ change }) => change > 0);
    const together = evidence.changeOf(entities);
    if (from.length === 0 || to.length === 0) continue;
    const least = leastChange(entities, together.base, evidence);
    if (!isUnchanged(together, least, unexplained * Math.min(sum(from), sum(to)))) continue;
    return {
      kind: kindOf(kind, from[0].entity, to[0].entity, evidence),
      from: from.map(({ entity }) => entity),
      to: to.map(({ entity }) => entity),
      together,
    };
  }
  return undefined;
}

/** What is renamed to its own name stands in another file. */
function kindOf(kind: Move['kind'], from: number, to: number, { matching }: MoveEvidence): Move['kind'] {
  const isSame = kind === 'renamed' && matching.base[from]?.canonicalName === matching.head[to]?.canonicalName;
  return isSame ? 'moved-file' : kind;
}

function sum(parts: readonly { change: number }[]): number {
  return parts.reduce((whole, { change }) => whole + Math.abs(change), 0);
}

/** The least change that counts of a sum: that of the function with which one is strictest. */
function leastChange(entities: readonly number[], base: number, { whole, thresholds }: MoveEvidence): number {
  const strictest = (of: Float64Array) => Math.min(...entities.map((entity) => of[entity]));
  return Math.max(strictest(thresholds.relative) * base, strictest(thresholds.share) * whole);
}

/** Whether the sum admits that nothing changed, and rules out a change beyond the limit. */
function isUnchanged({ change, low, high }: Change, least: number, limit: number): boolean {
  const admitsNone = Math.abs(change) < least || Math.abs(change) <= (SURELY * (high - low)) / 2;
  return admitsNone && low > -limit && high < limit;
}
