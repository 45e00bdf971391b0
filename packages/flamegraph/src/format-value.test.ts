import { expect, test } from 'vitest';
import { formatChange, formatPercent, formatPercents, formatPoints, formatValue } from './format-value.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [1_300_000, 'nanoseconds', '1.30 ms'],
  [47_600_000, 'nanoseconds', '47.6 ms'],
  [970, 'milliseconds', '970 ms'],
  [14_270_000_000, 'nanoseconds', '14.3 s'],
  [14_850_000_000, 'nanoseconds', '14.9 s'],
  [999_999, 'nanoseconds', '1.00 ms'],
  [90, 'seconds', '1.50 min'],
  [1, 'ns', '1.00 ns'],
  [0, 'nanoseconds', '0 ns'],
  [-580_000_000, 'nanoseconds', '−580 ms'],
  [1536, 'bytes', '1.50 kB'],
  [1_119_716_997, 'bytes', '1.04 GB'],
  [1427, 'count', '1,427'],
  [1234567, 'goroutines', '1,234,567 goroutines'],
  [-1234.5, 'count', '−1,234.5'],
  [3, '', '3'],
])('%d %s is %s', (value, unit, text) => {
  expect(plain(formatValue(value, unit))).toBe(text);
});

test('shares keep a digit that says something', () => {
  expect(plain(formatPercents(0.0273, 0.0653))).toBe('2.7 → 6.5 %');
  expect([0, 0.0004, 0.00001, 1, 1.5, -0.302].map((share) => plain(formatPercent(share)))).toEqual([
    '0 %',
    '0.04 %',
    '<0.01 %',
    '100.0 %',
    '150.0 %',
    '−30.2 %',
  ]);
});

test('differences have a sign, and none where there is none', () => {
  expect([0.038, -0.0044, 0].map((difference) => plain(formatPoints(difference)))).toEqual([
    '+3.8 points',
    '−0.4 points',
    '0 points',
  ]);
  expect([580, -220, 0].map((value) => plain(formatChange(value, 'ms')))).toEqual(['+580 ms', '−220 ms', '0 ns']);
});
