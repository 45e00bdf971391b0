import { expect, test } from 'vitest';
import { medianDuration, sampleDurations } from './sample-durations.ts';

const durations = (times: number[], end?: number) => [...sampleDurations(Float64Array.from(times), end)];

test('a sample lasts until the next one in time', () => {
  expect(durations([0, 10, 30], 35)).toEqual([10_000, 20_000, 5000]);
  expect(durations([0, 30, 10], 35)).toEqual([10_000, 5000, 20_000]);
});

test('the last one lasts nothing where the end is unknown or too early', () => {
  expect(durations([5, 7])).toEqual([2000, 0]);
  expect(durations([5, 7], 6)).toEqual([2000, 0]);
  expect(durations([])).toEqual([]);
});

test('fractions of a nanosecond do not add up to an error', () => {
  const times = Array.from({ length: 1001 }, (_, i) => i / 3000);
  expect(durations(times).reduce((sum, duration) => sum + duration)).toBe(333);
});

test('the interval is the middle of the durations above 0', () => {
  expect(medianDuration(Float64Array.of(0, 9000, 1000, 2000))).toBe(2000);
  expect(medianDuration(Float64Array.of(0))).toBe(0);
});
