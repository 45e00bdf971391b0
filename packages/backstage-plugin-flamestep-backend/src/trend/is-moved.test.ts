import { expect, test } from 'vitest';
import { isMoved } from './is-moved.ts';
import type { Line } from './line.ts';

const own = { hash: 'smooth', name: 'smooth', file: 'smooth.go' };
const days = (from: number, to: number, value: number) =>
  Array.from({ length: to - from }, (_, index) => {
    const day = new Date(Date.UTC(2026, 0, 1 + from + index)).toISOString();
    return { commit: day, time: day, value };
  });
const line = (name: string, points: Line['points'], file = own.file): Line => ({
  function: { hash: name, name, file },
  unit: 'nanoseconds',
  points,
});
const changed = (before: number, after: number) => ({
  time: days(30, 31, 0)[0].time,
  before: { level: before, spread: 0 },
  after: { level: after, spread: 0 },
});

test('a function that was split has not got faster', () => {
  const lines = [line('smooth', days(0, 40, 30)), line('smoothRow', days(30, 40, 20))];
  expect(isMoved(own, changed(30, 10), lines)).toBe(true);
});

test('a closure that took the number of another has not got slower', () => {
  const lines = [line('Decode.func1', days(0, 40, 30)), line('Decode.func2', days(0, 30, 20))];
  expect(isMoved(own, changed(10, 30), lines)).toBe(true);
});

test.each([
  ['nothing vanished', [line('other', days(0, 40, 20))]],
  ['what vanished was far less', [line('other', days(0, 30, 5))]],
  ['it vanished from another file', [line('other', days(0, 30, 20), 'other.go')]],
  ['what vanished has a new name of its own', [line('old', days(0, 30, 20)), line('new', days(30, 40, 20))]],
] as const)('a rise is a rise where %s', (_, lines) => {
  expect(isMoved(own, changed(10, 30), lines)).toBe(false);
});
