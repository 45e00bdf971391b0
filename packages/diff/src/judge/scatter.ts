import type { RunCounts } from './run-counts.ts';

/** How much the counts of functions differ between runs of the same program. */
export interface Scatter {
  /** By entity: Pearson's sum of (count - expected)² / expected over all runs, each side about its own rate. */
  readonly squares: Float64Array;
  /** Runs less sides: what `squares` would be on average with pure sampling noise. */
  readonly degreesOfFreedom: number;
}

/** `weights`, by run: what part of its side's counts a run is expected to have; they need not add up to 1. */
export function scatter(counts: RunCounts, weights: Float64Array): Scatter {
  const squares = new Float64Array(counts.length);
  for (const [from, to, sums] of [
    [0, counts.headFrom, counts.base],
    [counts.headFrom, counts.runs.length, counts.head],
  ] as const) {
    let whole = 0;
    for (let run = from; run < to; run++) whole += weights[run];
    for (let run = from; run < to; run++) {
      for (let entity = 0; entity < counts.length; entity++) {
        const expected = (sums[entity] * weights[run]) / whole;
        if (expected > 0) squares[entity] += (counts.runs[run][entity] - expected) ** 2 / expected;
      }
    }
  }
  return { squares, degreesOfFreedom: counts.runs.length - 2 };
}
