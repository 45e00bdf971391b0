import type { Sides } from '../comparison.ts';
import type { MeasuredRun } from '../measure/measured-run.ts';

/** Adds up what `measure` says of each item. */
export function sumOf<T>(items: readonly T[], measure: (item: T) => number): number {
  let sum = 0;
  for (const item of items) sum += measure(item);
  return sum;
}

/** Adds up what `measure` says of the runs of each side. */
export function sidesOf(runs: readonly MeasuredRun[], headFrom: number, measure: (run: MeasuredRun) => number): Sides {
  let [base, head] = [0, 0];
  runs.forEach((run, i) => {
    if (i < headFrom) base += measure(run);
    else head += measure(run);
  });
  return { base, head };
}
