import { expect, test } from 'vitest';
import { outputUnit } from './output-unit.ts';

const nanoseconds = { unit: 'nanoseconds', outputUnit: 'minimum', ratio: 1 };
const flat = (...values: number[]) => values.map((value) => ({ flat: value, cum: value }));

test('takes the unit that fits the smallest value', () => {
  expect(outputUnit(nanoseconds, flat(20e6, 900e6), 920e6)).toBe('ms');
});

test('takes the unit of a hundred times the smallest where the total is far larger', () => {
  expect(outputUnit(nanoseconds, flat(20e6, 9e9), 9.02e9)).toBe('s');
  expect(outputUnit(nanoseconds, flat(2e3, 9e9), 9e9)).toBe('us');
});

test('looks at cum where flat is nothing, and at the total where all is', () => {
  expect(outputUnit(nanoseconds, [{ flat: 0, cum: 5000 }], 5000)).toBe('us');
  expect(outputUnit(nanoseconds, [{ flat: 0, cum: 0 }], 5e6)).toBe('ms');
});

test('looks at sizes, whatever the sign', () => {
  expect(outputUnit(nanoseconds, flat(-20e6, 900e6), 920e6)).toBe('ms');
});

test('looks at values as they will be written', () => {
  expect(outputUnit({ ...nanoseconds, ratio: 1 / 1000 }, flat(20e6, 90e6), 110e6)).toBe('us');
});

test('keeps a unit that is no measure, a unit that was asked for, and the question where nothing is shown', () => {
  expect(outputUnit({ ...nanoseconds, unit: 'count' }, flat(1), 1)).toBe('count');
  expect(outputUnit({ ...nanoseconds, outputUnit: 'auto' }, flat(1), 1)).toBe('auto');
  expect(outputUnit(nanoseconds, [], 1)).toBe('minimum');
});
