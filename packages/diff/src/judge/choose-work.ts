import type { ValueType } from '@flamestep/pprof';
import type { CompareOptions } from '../compare-options.ts';
import type { MeasuredRun } from '../measure/measured-run.ts';

/** By what the runs of a sample type are made comparable. */
export interface WorkBasis {
  readonly kind: 'per-operation' | 'absolute' | 'relative';
  /** By run: operations, or 1. */
  readonly work: Float64Array;
  readonly reason: string;
  /** Whether the costs depend on how fast the machine was. */
  readonly isTime: boolean;
}

/** Runs of equal work may differ by this much in what they allocate. */
const EQUAL_WORK = 0.05;

/** What a busy machine changes: never equal from run to run, however equal the work. */
const TIMES = /^(cpu|wall|samples?|delay|contentions|[nuµm]?s)$|second/;

/** What is counted at one moment: it does not grow with the operations done. */
const LEVELS = /^(inuse|goroutine|threadcreate)/;

/** Chooses as `CompareOptions.normalization` says. The runs are the base's, then the head's. */
export function chooseWork(
  { type, unit }: ValueType,
  runs: readonly MeasuredRun[],
  headFrom: number,
  operations: Float64Array | undefined,
  wanted: CompareOptions['normalization'],
): WorkBasis {
  const equal = new Float64Array(runs.length).fill(1);
  const isTime = TIMES.test(type) || TIMES.test(unit);
  if (wanted === 'relative') return { kind: 'relative', work: equal, reason: 'asked for', isTime };
  if (wanted === 'absolute') return { kind: 'absolute', work: equal, reason: 'asked for', isTime };
  if (operations && !LEVELS.test(type))
    return { kind: 'per-operation', work: operations, reason: 'the operations of every run are known', isTime };

  const sides = [runs.slice(0, headFrom), runs.slice(headFrom)];
  if (runs.length > 2 && sides.every((side) => spread(side) === 0)) {
    return { kind: 'absolute', work: equal, reason: 'the runs of a side agree', isTime };
  }
  if (isTime) return { kind: 'relative', work: equal, reason: 'the number of operations is not known', isTime };
  return sides.every((side) => spread(side) <= EQUAL_WORK)
    ? { kind: 'absolute', work: equal, reason: 'the runs of a side hardly differ', isTime }
    : { kind: 'relative', work: equal, reason: 'the runs of a side differ as a whole', isTime };
}

function spread(runs: readonly MeasuredRun[]): number {
  const wholes = runs.map(({ whole }) => whole);
  const greatest = Math.max(...wholes);
  return greatest === 0 ? 0 : 1 - Math.min(...wholes) / greatest;
}
