import type { MeasuredRun } from './measure/measured-run.ts';
import type { RunStacks } from './stacks/run-stacks.ts';

/** A run with everything that is compared of it. */
export interface OrderedRun {
  /** Position in the order given. */
  readonly given: number;
  readonly stacks: RunStacks;
  /** One for each sample type. */
  readonly measured: readonly MeasuredRun[];
  readonly operations: number;
}

/** Orders runs by what is in them: sums of fractions, and so verdicts, must not depend on the order in which files were named. */
export function compareRuns(a: OrderedRun, b: OrderedRun): number {
  for (let type = 0; type < a.measured.length; type++) {
    const [one, other] = [a.measured[type], b.measured[type]];
    if (one.whole !== other.whole) return one.whole - other.whole;
    for (const column of ['self', 'total', 'variance'] as const) {
      const at = one[column].findIndex((value, entity) => value !== other[column][entity]);
      if (at !== -1) return one[column][at] - other[column][at];
    }
  }
  return a.operations - b.operations;
}
