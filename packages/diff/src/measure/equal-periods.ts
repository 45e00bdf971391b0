import type { MeasuredRun } from './measured-run.ts';

/** The period of each run as a multiple of the first one's; all 1 where one is unknown. */
export function relativePeriods(runs: readonly MeasuredRun[]): number[] {
  const isKnown = runs.every(({ period }) => period > 0);
  return runs.map(({ period }) => (isKnown ? period / runs[0].period : 1));
}

/** The costs of a run in units so much larger. In units of its period a run that was sampled more often weighs as many samples as it has. */
export function dividedRun(run: MeasuredRun, by: number): MeasuredRun {
  if (by === 1) return run;
  return {
    ...run,
    self: run.self.map((cost) => cost / by),
    total: run.total.map((cost) => cost / by),
    variance: run.variance.map((each) => each / by ** 2),
    whole: run.whole / by,
    wholeVariance: run.wholeVariance / by ** 2,
  };
}
