import { expect, test } from 'vitest';
import { scale } from './scale.ts';

test.each([
  [1, 's', 'ms', 1000, 'ms'],
  [1, 'seconds', 'ms', 1000, 'ms'],
  [2500, 'Milliseconds', 'sec', 2.5, 's'],
  [90, 'hr', 's', 324000, 's'],
  [1, 'hours', 'hour', 1, 'hrs'],
  [3, 'ns', 'ms', 0.000003, 'ms'],
  [4, 'kb', 'b', 4096, 'B'],
  [1, 'MB', 'kb', 1024, 'kB'],
  [3, 'Gigabytes', 'MB', 3072, 'MB'],
  [1, 'pbyte', 'tb', 1024, 'TB'],
  [2, 'kilogcu', 'gcu', 2000, 'GCU'],
  [5, 'teragcus', 'gigagcu', 5000, 'G*GCU'],
])('%d %s in %s is %d %s', (value, from, to, scaled, unit) => {
  expect(scale(value, from, to)).toEqual({ value: scaled, unit });
  expect(scale(0 - value, from, to)).toEqual({ value: 0 - scaled, unit });
});

test.each([
  [0, 'ns', 0, 's'],
  [1, 'ns', 1, 'ns'],
  [999, 'ns', 999, 'ns'],
  [1000, 'ns', 1, 'us'],
  [59_000_000, 'us', 59, 's'],
  [7200, 's', 2, 'hrs'],
  [1023, 'bytes', 1023, 'B'],
  [1536, 'bytes', 1.5, 'kB'],
  [2048, 'PB', 2048, 'PB'],
  [1500, 'microgcu', 1.5, 'm*GCU'],
])('%d %s reads best as %d %s', (value, from, scaled, unit) => {
  expect(scale(value, from, 'auto')).toEqual({ value: scaled, unit });
  expect(scale(value, from, 'minimum')).toEqual({ value: scaled, unit });
});

test('a wanted unit of another family gives bytes, seconds or GCU', () => {
  expect(scale(2, 'kb', 'seconds')).toEqual({ value: 2048, unit: 'B' });
  expect(scale(1500, 'ms', 'bytes')).toEqual({ value: 1.5, unit: 's' });
  expect(scale(1500, 'ms', '')).toEqual({ value: 1.5, unit: 's' });
  expect(scale(3, 'kilogcu', 'ms')).toEqual({ value: 3000, unit: 'GCU' });
});

test.each(['count', 'sample', 'unit', 'minimum', 'auto'])('a plain number in %s has no unit', (to) => {
  expect(scale(12, 'count', to)).toEqual({ value: 12, unit: '' });
});

test('a value of an unknown unit takes the wanted name', () => {
  expect(scale(12, 'objects', 'ms')).toEqual({ value: 12, unit: 'ms' });
  expect(scale(12, '', '')).toEqual({ value: 12, unit: '' });
});

test('one-letter and two-letter units keep their s, and μs is unknown as it is to pprof', () => {
  expect(scale(2, 's', 'ms')).toEqual({ value: 2000, unit: 'ms' });
  expect(scale(2, 'us', 'ns')).toEqual({ value: 2000, unit: 'ns' });
  expect(scale(2, 'μs', 'ns')).toEqual({ value: 2, unit: 'ns' });
});

test('a count that has no decimals keeps its sign', () => {
  expect(scale(-3, 'count', 'auto')).toEqual({ value: -3, unit: '' });
});
