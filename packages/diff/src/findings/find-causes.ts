import type { VerdictWord } from '../comparison.ts';
import type { JudgedFunction } from '../judge/judgement.ts';
import { explainMoves } from '../moves/explain-moves.ts';
import type { Move } from '../moves/explain-moves.ts';
import { heaviestPath } from '../stacks/heaviest-path.ts';
import { foldBeside } from './fold-beside.ts';
import type { Beside } from './fold-beside.ts';
import type { JudgedStacks } from './judged-stacks.ts';

/** What the changed functions come down to. */
export interface Causes {
  /** By entity of the function under which the move is told. */
  readonly moves: ReadonlyMap<number, Move>;
  /** Entities that are told of in another's move. */
  readonly partOfMove: ReadonlySet<number>;
  readonly beside: readonly Beside[];
  /** The way to a function that carries most of its change, as entities, the root first. */
  readonly pathOf: (judged: JudgedFunction) => readonly number[];
}

/** Words of a change that is a finding, unless there is another explanation. */
export const CHANGED: readonly VerdictWord[] = ['slower', 'faster', 'new', 'gone'];

/** Tells causes from what only moved and from what stands beside a greater change. */
export function findCauses(input: JudgedStacks): Causes {
  const { functions } = input.judgement;
  const changed = functions.filter(({ verdict }) => CHANGED.includes(verdict));
  const told = new Set(functions.map(({ entity }) => entity));
  const moves = movesOf(input, changed).flatMap((move) => {
    const shown = [...move.to, ...move.from].find((entity) => told.has(entity));
    return shown === undefined ? [] : [[shown, move] as const];
  });
  const moved = new Set(moves.flatMap(([, { from, to }]) => [...from, ...to]));

  const paths = new Map<number, readonly number[]>();
  const pathOf = ({ entity, change }: JudgedFunction) => {
    let path = paths.get(entity);
    if (!path) paths.set(entity, (path = heaviestPath(input.runs, entity, Math.sign(change))));
    return path;
  };
  const beside = foldBeside(
    changed.filter(({ entity }) => !moved.has(entity)),
    { fileOf: ({ entity }) => input.matching.file[entity], pathOf },
  );
  const shown = new Map(moves);
  return { moves: shown, partOfMove: new Set([...moved].filter((entity) => !shown.has(entity))), beside, pathOf };
}

function movesOf({ judgement, matching, runs, entityOf }: JudgedStacks, changed: readonly JudgedFunction[]): Move[] {
  const side = (inHead: boolean) => {
    const own = runs.map((run, i) => ({ ...run, entityOf: entityOf[i] })).filter(({ isHead }) => isHead === inHead);
    return {
      profiles: own.map(({ stacks }) => stacks.profile),
      entityOf: own.map((run) => run.entityOf),
      values: own.map(({ values }) => values),
      length: matching.length,
    };
  };
  return explainMoves({
    matching,
    base: side(false),
    head: side(true),
    changed: changed.map(({ entity }) => entity),
    changeOf: judgement.changeOf,
    whole: judgement.wholeCost,
    thresholds: judgement.ownThresholds,
  });
}
