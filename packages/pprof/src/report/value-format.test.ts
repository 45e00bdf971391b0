import { expect, test } from 'vitest';
import { applyRatio, formatValue } from './value-format.ts';

test('writes values in the output unit', () => {
  expect(formatValue({ unit: 'nanoseconds', outputUnit: 's', ratio: 1 }, 1_120_000_000)).toBe('1.12s');
  expect(formatValue({ unit: 'bytes', outputUnit: 'minimum', ratio: 1 }, 2048)).toBe('2kB');
});

test('divides first, and truncates', () => {
  expect(formatValue({ unit: 'count', outputUnit: 'count', ratio: 1 / 3 }, -10)).toBe('-3');
  expect(Object.is(applyRatio(-1, 0.5), 0)).toBe(true);
});

test('a negative ratio changes nothing', () => {
  expect(applyRatio(10, -2)).toBe(10);
});
