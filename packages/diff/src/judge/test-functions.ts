import type { Sides } from '../comparison.ts';
import { adjustP } from '../statistics/adjust-p.ts';
import { rateTail } from '../statistics/rate-tail.ts';
import { studentQuantile, studentTail } from '../statistics/student-t.ts';
import { expectedDispersion } from './noise-model.ts';
import type { NoiseModel } from './noise-model.ts';
import type { RunCounts } from './run-counts.ts';
import type { Scatter } from './scatter.ts';

/** The test of every function that could be a finding. */
export interface FunctionTests {
  /** By entity, after correction; NaN where nothing was tested. */
  readonly p: Float64Array;
  /** By entity. */
  readonly dispersion: Float64Array;
  /** Of one function's dispersion: those of its own runs and of all functions together. */
  readonly degreesOfFreedom: number;
  /** How many were tested. */
  readonly tested: number;
  /** Part of all the chance of error that a function with so many counts, both sides together, was given. */
  readonly weightOf: (count: number) => number;
}

export interface TestSettings {
  readonly level: number;
  /** Least change as a share of the whole, by entity. */
  readonly shares: Float64Array;
}

/** A function's own scatter counts for more than that of all others when it is greater: the others then weigh no more than this. */
const MOST_COMMON_FREEDOM = 20;

/**
 * Tests whether rates differ between the sides: given their sum, two counts are binomial. Functions that could not be found whatever
 * their change are left out beforehand, by the sum of both sides, which says nothing about their difference. The chance of error is
 * shared out among the rest in proportion to that sum: a change of so many points is harder to see in a costly function.
 */
export function testFunctions(
  counts: RunCounts,
  exposures: Sides,
  scatter: Scatter,
  noise: NoiseModel,
  { level, shares }: TestSettings,
): FunctionTests {
  const degreesOfFreedom = noise.degreesOfFreedom + scatter.degreesOfFreedom;
  const dispersion = Float64Array.from(scatter.squares, (squares, entity) => {
    const expected = expectedDispersion(noise, (counts.base[entity] + counts.head[entity]) / counts.runs.length);
    const common = Math.min(MOST_COMMON_FREEDOM, noise.degreesOfFreedom);
    return Math.max(expected, (common * expected + squares) / (common + scatter.degreesOfFreedom));
  });
  const tail = (entity: number, base: number, head: number) =>
    moderated(
      rateTail(
        { count: base / dispersion[entity], exposure: exposures.base },
        { count: head / dispersion[entity], exposure: exposures.head },
      ),
      degreesOfFreedom,
    );

  const tested = candidates(counts, exposures, shares, level, tail);
  const weights = tested.map((entity) => counts.base[entity] + counts.head[entity]);
  const adjusted = adjustP(
    tested.map((entity) => tail(entity, counts.base[entity], counts.head[entity])),
    weights,
  );
  const p = new Float64Array(counts.length).fill(Number.NaN);
  tested.forEach((entity, i) => {
    p[entity] = adjusted[i];
  });
  const allWeight = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    p,
    dispersion,
    degreesOfFreedom,
    tested: tested.length,
    weightOf: (count) => (allWeight === 0 ? 1 : Math.min(1, count / allWeight)),
  };
}

/**
 * Those that could have changed by the least share, and that would pass alone among the others if all their cost were on one side. The fewer
 * are tested the more can pass, so the second question is asked until the answer stays.
 */
function candidates(
  { base, head, length }: RunCounts,
  exposures: Sides,
  shares: Float64Array,
  level: number,
  tail: (entity: number, base: number, head: number) => number,
): number[] {
  const whole = base.reduce((sum, count) => sum + count, 0) / exposures.base;
  const able: { entity: number; best: number }[] = [];
  for (let entity = 0; entity < length; entity++) {
    const sum = base[entity] + head[entity];
    if (sum === 0 || sum / Math.min(exposures.base, exposures.head) < shares[entity] * whole) continue;
    able.push({ entity, best: Math.min(tail(entity, sum, 0), tail(entity, 0, sum)) });
  }
  let kept = able;
  for (;;) {
    const fewer = kept.filter(({ best }) => best * kept.length <= level);
    if (fewer.length === kept.length) return kept.map(({ entity }) => entity);
    kept = fewer;
  }
}

/** What a p value becomes when the variance is only known by so many degrees of freedom. */
function moderated(p: number, degreesOfFreedom: number): number {
  return degreesOfFreedom === Infinity ? p : studentTail(studentQuantile(p, Infinity), degreesOfFreedom);
}
