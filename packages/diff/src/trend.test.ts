import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { trend } from './trend.ts';
import type { Trend, TrendPoint } from './trend.ts';

function pointsOf(values: readonly number[]): TrendPoint[] {
  return values.map((value, i) => ({ commit: `c${i}`, time: new Date(Date.UTC(2026, 0, 1 + i)).toISOString(), value }));
}

/** `100 | 150 from c8`, levels to the nearest 5. */
function show({ segments, changes }: Trend): string {
  const round = (value: number) => `${5 * Math.round(value / 5)}`;
  return segments.map(({ level }, i) => (i === 0 ? round(level) : `${round(level)} from ${changes[i - 1].commit}`)).join(' | ');
}

/** Normal noise from a small generator, so that the series are always the same. */
function noise(length: number, seed: number): number[] {
  let state = seed;
  const uniform = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  return Array.from({ length }, () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += uniform();
    return sum;
  });
}

const noisy = (levels: readonly (readonly [number, number])[], spread: number, seed = 1) => {
  const flat = levels.flatMap(([level, count]) => new Array<number>(count).fill(level));
  const jitter = noise(flat.length, seed);
  return flat.map((level, i) => level + spread * jitter[i]);
};

describe('changes of the level', () => {
  test('a step is found where it is, from its third result on', () => {
    const values = noisy(
      [
        [100, 20],
        [150, 3],
      ],
      3,
    );
    expect(show(trend(pointsOf(values)))).toBe('100 | 150 from c20');
    expect(show(trend(pointsOf(values.slice(0, -1))))).toBe('100');
  });

  test('steps up and down again are found, however short the stretch between them', () => {
    expect(
      show(
        trend(
          pointsOf(
            noisy(
              [
                [100, 30],
                [140, 6],
                [100, 30],
              ],
              3,
            ),
          ),
        ),
      ),
    ).toBe('100 | 140 from c30 | 100 from c36');
  });

  test('exact costs change by as little as they change', () => {
    const { segments } = trend(pointsOf([...new Array<number>(9).fill(1000), ...new Array<number>(4).fill(1001)]));
    expect(segments.map(({ from, level }) => [from, level])).toEqual([
      [0, 1000],
      [9, 1001],
    ]);
  });

  test('a step that the noise could have made is none', () => {
    expect(
      show(
        trend(
          pointsOf(
            noisy(
              [
                [100, 20],
                [103, 3],
              ],
              3,
            ),
          ),
        ),
      ),
    ).toBe('100');
  });

  test('single results that are off, and pairs of them, are outliers and no changes', () => {
    const values = noisy([[100, 24]], 2);
    values[7] = 300;
    values[15] = 20;
    values[16] = 21;
    const found = trend(pointsOf(values));
    expect(show(found)).toBe('100');
    expect(found.outliers).toEqual([7, 15, 16]);
    values[23] = 300;
    expect(show(trend(pointsOf(values)))).toBe('100');
  });
});

test('a machine with two speeds makes no changes', () => {
  const series = Array.from({ length: 200 }, (_, seed) =>
    noisy([[100, 60]], 1, seed + 1).map((value, i) => (noise(60, seed + 999)[i] > 0.85 ? value + 15 : value)),
  );
  const withChange = series.filter((values) => trend(pointsOf(values)).changes.length > 0);
  expect(withChange.length).toBeLessThanOrEqual(6);
});

describe('what is worse than usual', () => {
  test('is told with how many times and since when', () => {
    const found = trend(
      pointsOf(
        noisy(
          [
            [100, 20],
            [160, 5],
          ],
          2,
        ),
      ),
    );
    expect(found.worse?.times).toBeCloseTo(1.6, 1);
    expect(found.worse?.since).toMatchObject({ index: 20, commit: 'c20', time: '2026-01-21T00:00:00.000Z' });
    expect([found.usual?.level, found.current?.level].map((level) => 5 * Math.round(level! / 5))).toEqual([100, 160]);
  });

  test('is not told of less, of an improvement, and of what has become usual again', () => {
    expect(
      trend(
        pointsOf(
          noisy(
            [
              [100, 20],
              [140, 5],
            ],
            2,
          ),
        ),
      ).worse,
    ).toBeUndefined();
    expect(
      trend(
        pointsOf(
          noisy(
            [
              [100, 20],
              [140, 5],
            ],
            2,
          ),
        ),
        { ratio: 1.3 },
      ).worse,
    ).toBeDefined();
    expect(
      trend(
        pointsOf(
          noisy(
            [
              [160, 20],
              [100, 5],
            ],
            2,
          ),
        ),
      ).worse,
    ).toBeUndefined();
    expect(
      trend(
        pointsOf(
          noisy(
            [
              [100, 20],
              [160, 5],
              [100, 5],
            ],
            2,
          ),
        ),
      ).worse,
    ).toBeUndefined();
  });

  test('needs a usual level', () => {
    expect(trend(pointsOf([100, 100, 100, 100])).usual).toBeUndefined();
    expect(trend(pointsOf([100, 100, 100, 100, 100])).usual).toEqual({ level: 100, spread: 0 });
    expect(trend([])).toEqual({ segments: [], changes: [], outliers: [] });
  });
});

describe('laws', () => {
  const series = fc
    .record({
      seed: fc.integer({ min: 1, max: 1e9 }),
      before: fc.integer({ min: 8, max: 40 }),
      after: fc.integer({ min: 5, max: 40 }),
    })
    .map(({ seed, before, after }) => ({
      before,
      values: noisy(
        [
          [100, before],
          [160, after],
        ],
        4,
        seed,
      ),
    }));

  test('a step is found at its commit or the next one', () => {
    fc.assert(
      fc.property(series, ({ before, values }) => {
        const { changes } = trend(pointsOf(values));
        expect(changes.some(({ index }) => Math.abs(index - before) <= 1)).toBe(true);
      }),
    );
  });

  test('shifting and scaling all values shifts and scales the levels, and nothing else', () => {
    fc.assert(
      fc.property(series, fc.integer({ min: -1000, max: 1000 }), fc.constantFrom(0.25, 2, 1024), ({ values }, shift, scale) => {
        const there = trend(pointsOf(values));
        const here = trend(pointsOf(values.map((value) => value * scale + shift)));
        expect(here.changes.map(({ index }) => index)).toEqual(there.changes.map(({ index }) => index));
        here.segments.forEach(({ level }, i) => expect(level).toBeCloseTo(there.segments[i].level * scale + shift, 6));
      }),
    );
  });

  test('a constant series has no change and no outlier', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 1, max: 60 }), (value, length) => {
        const { segments, outliers } = trend(pointsOf(new Array<number>(length).fill(value)));
        expect(segments).toHaveLength(1);
        expect(outliers).toEqual([]);
      }),
    );
  });

  test('one value put anywhere in a level series makes no change', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.nat(29), fc.integer({ min: -10_000, max: 10_000 }), (seed, at, value) => {
        const values = noisy([[100, 30]], 3, seed);
        const without = trend(pointsOf(values)).changes;
        values[at] = value;
        expect(trend(pointsOf(values)).changes.length).toBeLessThanOrEqual(without.length);
      }),
    );
  });

  test('of a thousand series without a change at most one in a hundred shows one', () => {
    const withChange = Array.from(
      { length: 1000 },
      (_, seed) => trend(pointsOf(noisy([[100, 40]], 5, seed + 1))).changes.length > 0,
    );
    expect(withChange.filter(Boolean).length).toBeLessThanOrEqual(10);
  });
});

test('values that are no numbers are refused', () => {
  expect(() => trend(pointsOf([1, Number.NaN]))).toThrow('result 1 of the trend (commit c1) has no finite value');
  expect(() => trend([], { ratio: 1 })).toThrow('the ratio of a trend must be above 1, not 1');
});
