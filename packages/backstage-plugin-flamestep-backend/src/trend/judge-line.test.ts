import { expect, test } from 'vitest';
import { judgeLine } from './judge-line.ts';
import { smallestVisible } from './smallest-visible.ts';
import { usualBand } from './usual-band.ts';

const NOW = Date.parse('2026-11-16T12:00:00Z');
/** Daily results that end today, near the values given, with a little noise. */
const daily = (...stretches: (readonly [days: number, value: number])[]) => {
  const values = stretches.flatMap(([days, value]) =>
    Array.from({ length: days }, (_, index) => value * (1 + 0.01 * Math.sin(index * 2.4))),
  );
  return values.map((value, index) => ({
    commit: `c${index}`,
    time: new Date(NOW - (values.length - 1 - index) * 86_400_000).toISOString(),
    value,
  }));
};

test.each([
  ['nothing changed', [[60, 100]], 'usual'],
  [
    'a rise',
    [
      [60, 100],
      [10, 120],
    ],
    'slower',
  ],
  [
    'a fall',
    [
      [60, 100],
      [10, 80],
    ],
    'faster',
  ],
  [
    'a rise that was taken back',
    [
      [60, 100],
      [10, 120],
      [10, 100],
    ],
    'usual',
  ],
  [
    'a rise that is no news any more',
    [
      [60, 100],
      [120, 120],
    ],
    'usual',
  ],
  ['too few', [[4, 100]], 'too-few'],
] as const)('%s', (_, stretches, state) => {
  expect(judgeLine(daily(...stretches), NOW).state).toBe(state);
});

test('a change has its size with an interval', () => {
  const { since, change } = judgeLine(daily([60, 100], [10, 104.1]), NOW);
  expect(since?.commit).toBe('c60');
  expect(change!.value).toBeCloseTo(0.041, 2);
  expect(change!.low).toBeLessThan(change!.value);
  expect(change!.low).toBeGreaterThan(0);
});

test('the usual band is that before the change, without what is far off', () => {
  const points = daily([60, 100], [10, 120]).map((point, index) => (index === 30 ? { ...point, value: 300 } : point));
  const band = usualBand(points, judgeLine(points, NOW).trend)!;
  expect([Math.round(band.low), Math.round(band.level), Math.round(band.high)]).toEqual([99, 100, 101]);
});

test('what could have been seen depends on the noise', () => {
  expect(smallestVisible(daily([60, 100]))).toBeLessThanOrEqual(0.02);
  const noisy = daily([60, 100]).map((point, index) => ({ ...point, value: point.value * (1 + 0.3 * Math.sin(index * index)) }));
  expect(smallestVisible(noisy)).toBeGreaterThan(0.1);
});

test('few results show something where they are quiet', () => {
  const constant = daily([10, 100]).map((point) => ({ ...point, value: 100 }));
  expect(smallestVisible(constant)).toBeLessThanOrEqual(0.02);
  expect(smallestVisible(constant.slice(0, 7))).toBeUndefined();
});
