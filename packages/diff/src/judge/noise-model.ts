import type { NoisePrior } from '../noise-prior.ts';
import type { RunCounts } from './run-counts.ts';
import type { Scatter } from './scatter.ts';

/** The variance of counts as a multiple of the Poisson one, learnt from all functions at once. */
export interface NoiseModel {
  /** Of a function with next to no samples. */
  readonly dispersion: number;
  /** How much more for each sample that a function has in a run: runs differ by more than sampling. */
  readonly perCount: number;
  /** How firmly it is known what a single function does; Infinity where functions do not differ beyond chance. */
  readonly degreesOfFreedom: number;
  /** What was learnt, for the next comparison. */
  readonly prior: NoisePrior;
}

/**
 * Of one run a side nothing can be learnt. Repeated runs of the same program were measured at 0.9 to 1.1 on two noisy cores; other
 * machines scatter more, and a false hint costs a reader more than a missed one.
 */
const UNLEARNT_DISPERSION = 1.5;

/** Functions with fewer samples in a run say little about scatter. */
const LEAST_MEAN_COUNT = 1;

/** Earlier comparisons weigh at most this much, so that a changed machine is noticed. */
const MOST_TRUST = 1000;

/** Counts that are no samples (every allocation is recorded) scatter less than samples can by chance, in so many degrees of freedom. */
const UNSAMPLED = { dispersion: 0.3, degreesOfFreedom: 50, least: 0.01 };

/** Learns the noise from the scatter within the sides, and from `prior`. It is never taken for less than sampling noise. */
export function learnNoise(counts: RunCounts, { squares, degreesOfFreedom }: Scatter, prior: NoisePrior | undefined): NoiseModel {
  const points: Point[] = [];
  for (let entity = 0; degreesOfFreedom > 0 && entity < counts.length; entity++) {
    const mean = (counts.base[entity] + counts.head[entity]) / counts.runs.length;
    if (mean >= LEAST_MEAN_COUNT) points.push({ mean, ratio: squares[entity] / degreesOfFreedom });
  }
  const learntFreedom = points.length * degreesOfFreedom;
  const trust = prior ? Math.min(MOST_TRUST, prior.degreesOfFreedom ?? Infinity) : 0;
  if (learntFreedom + trust === 0) return unlearnt(prior);

  const learnt = fitLine(points, degreesOfFreedom);
  const dispersion = (learnt.at0 * learntFreedom + (prior?.dispersion ?? 0) * trust) / (learntFreedom + trust);
  const isSampled = !(dispersion < UNSAMPLED.dispersion && learntFreedom + trust >= UNSAMPLED.degreesOfFreedom);
  const model = {
    dispersion: isSampled ? Math.max(1, dispersion) : Math.max(UNSAMPLED.least, dispersion),
    perCount: learnt.slope,
  };
  return {
    ...model,
    degreesOfFreedom: freedomOfOne(points, model, degreesOfFreedom),
    prior: {
      dispersion,
      degreesOfFreedom: Math.min(MOST_TRUST, learntFreedom + trust),
      comparisons: (prior?.comparisons ?? 0) + (learntFreedom > 0 ? 1 : 0),
    },
  };
}

/** The dispersion to expect of a function with so many counts in a run. */
export function expectedDispersion(noise: Pick<NoiseModel, 'dispersion' | 'perCount'>, meanCount: number): number {
  return noise.dispersion + noise.perCount * meanCount;
}

interface Point {
  readonly mean: number;
  readonly ratio: number;
}

function unlearnt(prior: NoisePrior | undefined): NoiseModel {
  return {
    dispersion: UNLEARNT_DISPERSION,
    perCount: 0,
    degreesOfFreedom: Infinity,
    prior: { dispersion: 1, degreesOfFreedom: 0, comparisons: prior?.comparisons ?? 0 },
  };
}

/**
 * Dispersion against mean count: a line where it rises by more than one standard error, otherwise the mean. The slope is taken one error
 * higher than found, for few functions have many samples, and too steep a line costs less than too flat a one.
 */
function fitLine(points: readonly Point[], degreesOfFreedom: number): { at0: number; slope: number } {
  if (points.length === 0) return { at0: 0, slope: 0 };
  const mean = points.reduce((sum, { ratio }) => sum + ratio, 0) / points.length;
  let line = { at0: mean, slope: 0 };
  let error = 0;
  for (let round = 0; round < 5; round++) {
    let [w, wx, wxx, wy, wxy] = [0, 0, 0, 0, 0];
    for (const { mean: x, ratio: y } of points) {
      const weight = degreesOfFreedom / (2 * Math.max(1, line.at0 + line.slope * x) ** 2);
      w += weight;
      wx += weight * x;
      wxx += weight * x * x;
      wy += weight * y;
      wxy += weight * x * y;
    }
    const spread = wxx - (wx * wx) / w;
    const slope = spread > 0 ? (wxy - (wx * wy) / w) / spread : 0;
    error = 1 / Math.sqrt(spread);
    if (spread <= 0 || slope < error) return { at0: mean, slope: 0 };
    const at0 = (wy - slope * wx) / w;
    // No function scatters less than its samples: a line from below 1 is turned up around that point.
    line = at0 >= 1 ? { at0, slope } : { at0: 1, slope: Math.max(0, (wxy - wx) / wxx) };
  }
  return { at0: line.at0, slope: line.slope + error };
}

/** How firmly one function's dispersion is known from all: by moments, where they differ by more than one standard error. */
function freedomOfOne(
  points: readonly Point[],
  model: { dispersion: number; perCount: number },
  degreesOfFreedom: number,
): number {
  if (points.length < 2) return Infinity;
  let excess = 0;
  let variance = 0;
  for (const { mean, ratio } of points) {
    // Second and fourth moments of a mean of squares, which small counts make wider.
    const expected = (2 + 1 / mean) / degreesOfFreedom;
    excess += (ratio / expectedDispersion(model, mean) - 1) ** 2 - expected;
    variance += (12 * (degreesOfFreedom + 4)) / degreesOfFreedom ** 3 - expected ** 2 + 15 / mean / degreesOfFreedom ** 2;
  }
  return excess > Math.sqrt(variance) ? 4 + (2 * points.length) / excess : Infinity;
}
