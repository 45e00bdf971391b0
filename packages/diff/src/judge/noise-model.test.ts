import { describe, expect, test } from 'vitest';
import { learnNoise } from './noise-model.ts';
import type { RunCounts } from './run-counts.ts';

/** Functions with so many samples in each of 5 + 5 runs, scattering by so many times what samples do. */
function learnt(functions: readonly (readonly [count: number, dispersion: number])[], prior?: Parameters<typeof learnNoise>[2]) {
  const sums = Float64Array.from(functions, ([count]) => count * 5);
  const counts: RunCounts = {
    runs: Array.from({ length: 10 }, () => new Float64Array(functions.length)),
    headFrom: 5,
    length: functions.length,
    scale: new Float64Array(functions.length).fill(1),
    base: sums,
    head: sums,
    wholes: new Float64Array(10),
  };
  const squares = Float64Array.from(functions, ([, dispersion]) => dispersion * 8);
  return learnNoise(counts, { squares, degreesOfFreedom: 8 }, prior);
}

const many = (count: number, dispersion: number) => Array.from({ length: 30 }, () => [count, dispersion] as const);

describe('the noise', () => {
  test('is the mean of what the functions show', () => {
    expect(learnt(many(20, 1.4))).toMatchObject({ dispersion: expect.closeTo(1.4, 6), perCount: 0 });
  });

  test('is never taken for less than sampling noise, but handed on as it was seen', () => {
    const { dispersion, prior } = learnt(many(20, 0.9));
    expect(dispersion).toBe(1);
    expect(prior).toMatchObject({ dispersion: expect.closeTo(0.9, 6), degreesOfFreedom: 240, comparisons: 1 });
  });

  test('is less where nothing is sampled', () => {
    expect(learnt(many(200_000, 0.001)).dispersion).toBe(0.01);
  });

  test('grows with the count where runs differ by more than samples', () => {
    const { dispersion, perCount } = learnt([...many(5, 1.05), ...many(100, 2), ...many(400, 5)]);
    expect(dispersion).toBeLessThan(1.2);
    expect(perCount).toBeGreaterThan(0.009);
    expect(perCount).toBeLessThan(0.02);
  });

  test('of a single function is known the less the more functions differ', () => {
    expect(learnt(many(20, 1)).degreesOfFreedom).toBe(Infinity);
    expect(learnt([...many(20, 0.8), ...many(20, 1), [20, 9], [20, 7], [20, 8]]).degreesOfFreedom).toBeLessThan(10);
  });

  test('is averaged with what earlier comparisons taught', () => {
    const { dispersion, prior } = learnt(many(20, 1), { dispersion: 2, degreesOfFreedom: 240, comparisons: 4 });
    expect(dispersion).toBeCloseTo(1.5, 6);
    expect(prior).toMatchObject({ degreesOfFreedom: 480, comparisons: 5 });
  });

  test('is known for good by earlier comparisons only to a degree', () => {
    const { dispersion } = learnt(many(20, 3), { dispersion: 1, degreesOfFreedom: null, comparisons: 400 });
    expect(dispersion).toBeGreaterThan(1.3);
  });
});
