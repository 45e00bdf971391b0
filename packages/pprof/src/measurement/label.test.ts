import { expect, test } from 'vitest';
import { label, scaledLabel } from './label.ts';

test.each([
  [0, 'bytes', 'auto', '0'],
  [0, 'nanoseconds', 'ms', '0'],
  [1, 'ns', 's', '0'],
  [-1, 'ns', 's', '0'],
  [2, 'us', 'auto', '2us'],
  [456, 'ms', 'auto', '456ms'],
  [1500, 'ms', 's', '1.50s'],
  [-1500, 'ms', 's', '-1.50s'],
  [125, 'ms', 's', '0.12s'],
  [375, 'ms', 's', '0.38s'],
  [3, 's', 'auto', '3s'],
  [3600, 's', 'auto', '1hrs'],
  [3, 'ks', 'auto', '3'],
  [1, 'mb', 'kb', '1024kB'],
  [10, 'gb', 'minimum', '10GB'],
  [7, 'count', 'auto', '7'],
  [7, 'count', 'requests', '7requests'],
])('%d %s in %s is %s', (value, from, to, text) => {
  expect(scaledLabel(value, from, to)).toBe(text);
});

test('label picks the unit itself', () => {
  expect(label(2048, 'bytes')).toBe('2kB');
  expect(label(1_234_567, 'nanoseconds')).toBe('1.23ms');
});

test('numbers past the reach of toFixed are written out', () => {
  expect(scaledLabel(1_000_000_000, 'hours', 'ns')).toBe('3600000000000000000000ns');
});
