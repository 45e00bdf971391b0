import type { Sides, Thresholds } from '../comparison.ts';
import { studentQuantile } from '../statistics/student-t.ts';
import type { Judgement } from './judgement.ts';
import { expectedDispersion } from './noise-model.ts';
import type { NoiseModel } from './noise-model.ts';
import { detectableRise, runsFactor } from './power.ts';
import type { RunCounts } from './run-counts.ts';
import { sumOf } from './sums.ts';
import type { FunctionTests } from './test-functions.ts';

/** What decides how much could be seen. */
export interface VisibilityInput {
  readonly counts: RunCounts;
  readonly exposures: Sides;
  readonly tests: FunctionTests;
  readonly noise: NoiseModel;
  readonly thresholds: Thresholds;
  /** Cost of everything in the base. */
  readonly wholeCost: number;
}

/**
 * What could have been seen in a function of middling size: the one in which the middle sample lies when functions are ordered by size.
 */
export function visibility(input: VisibilityInput): Pick<Judgement, 'noiseFloor' | 'smallestDetectable' | 'runsNeeded'> {
  const { counts, exposures, tests, noise, thresholds, wholeCost } = input;
  const entity = middleFunction(counts);
  const share = (rate: number) => (rate * counts.scale[entity]) / wholeCost;
  const count = counts.base[entity] + counts.head[entity];
  const rate = count / (exposures.base + exposures.head);
  const runs = counts.runs.length;
  const { degreesOfFreedom } = tests;
  const dispersion = expectedDispersion(noise, count / runs);
  const level = thresholds.level * Math.max(tests.weightOf(count), 1 / counts.length);
  const power = { level, degreesOfFreedom, dispersion, exposures };

  const least = Math.max((thresholds.share * wholeCost) / counts.scale[entity], thresholds.relative * rate);
  const standardError = Math.sqrt(dispersion * rate * (1 / exposures.base + 1 / exposures.head));
  const factor = runsFactor(rate, (thresholds.visible * wholeCost) / counts.scale[entity], power);
  return {
    noiseFloor: share(studentQuantile(0.01, degreesOfFreedom) * standardError),
    smallestDetectable: share(Math.max(least, detectableRise(rate, power))),
    ...(factor > 1 ? { runsNeeded: Math.ceil(factor * Math.min(counts.headFrom, runs - counts.headFrom)) } : {}),
  };
}

function middleFunction({ base, head }: RunCounts): number {
  const sizes = Array.from(base, (count, entity) => ({ entity, count: count + head[entity] })).sort((a, b) => b.count - a.count);
  const half = sumOf(sizes, ({ count }) => count) / 2;
  let passed = 0;
  return sizes.find(({ count }) => (passed += count) >= half)?.entity ?? 0;
}
