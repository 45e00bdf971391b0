import { expect, test } from 'vitest';
import { parseTime } from './parse-time.ts';

const now = Date.UTC(2026, 10, 22, 12);

test.each([
  ['now', '2026-11-22T12:00:00.000Z'],
  ['now-1h', '2026-11-22T11:00:00.000Z'],
  ['now-1h30m', '2026-11-22T10:30:00.000Z'],
  ['now-2w', '2026-11-08T12:00:00.000Z'],
  ['1676282400', '2023-02-13T10:00:00.000Z'],
  ['1676282400000', '2023-02-13T10:00:00.000Z'],
  ['2026-11-22T10:00:00Z', '2026-11-22T10:00:00.000Z'],
  ['2026-11-22T10:00+09:00', '2026-11-22T01:00:00.000Z'],
  ['2026-11-22', '2026-11-22T00:00:00.000Z'],
])('%s is %s', (text, expected) => {
  expect(new Date(parseTime(text, now) ?? 0).toISOString()).toBe(expected);
});

test.each(['', 'yesterday', 'now+1h', 'now-1', 'now-1y', '-5', '1.5', '2026-11-22T10:00', '2026-13-40', '99999999999999999'])(
  '%s is no time',
  (text) => {
    expect(parseTime(text, now)).toBeUndefined();
  },
);
