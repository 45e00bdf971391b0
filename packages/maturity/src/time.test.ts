import { expect, test } from 'vitest';
import { formatTime, parseTime } from './time.ts';

test.each([
  ['2026-11-16', '2026-11-16T00:00:00.000Z'],
  ['2026-11-16T09:30Z', '2026-11-16T09:30:00.000Z'],
  ['2026-11-16T09:30:15.5+09:00', '2026-11-16T00:30:15.500Z'],
  ['2026-11-16T09:30:15', '2026-11-16T09:30:15.000Z'],
])('%s is a moment, in UTC where it names no zone', (text, moment) => {
  expect(formatTime(parseTime(text))).toBe(moment);
});

test.each(['', 'soon', '2026', '2026-13-01', '16 Nov 2026', '2026-11-16 09:30', '2026-11-16T25:00:00Z'])('%j is none', (text) => {
  expect(parseTime(text)).toBeNaN();
});
