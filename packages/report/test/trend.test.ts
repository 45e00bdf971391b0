import type { Trend, TrendPoint } from '@flamestep/diff';
import { expect, test } from 'vitest';
import { renderTrend } from '../src/index.ts';

const points: TrendPoint[] = Array.from({ length: 24 }, (_, i) => ({
  commit: `${i.toString(16).padStart(2, '0')}aa00bb11`,
  time: `2026-11-${String(i + 1).padStart(2, '0')}T08:00:00Z`,
  value: (i < 14 ? 40 : 62) * 1e6 + (i % 3) * 1e6 + (i === 6 ? 20e6 : 0),
}));
const before = { level: 41e6, spread: 0.8e6 };
const after = { level: 63e6, spread: 0.8e6 };
const change = { index: 14, commit: points[14].commit, time: points[14].time, before, after, times: 63 / 41, p: 0.0001 };

test('a series that got slower', () => {
  const trend: Trend = {
    segments: [
      { from: 0, to: 13, ...before },
      { from: 14, to: 23, ...after },
    ],
    changes: [change],
    outliers: [6],
    usual: before,
    current: after,
    worse: { times: 63 / 41, since: change },
  };
  expect(renderTrend(trend, points, { unit: 'nanoseconds' })).toBe(
    [
      '  ▁▁▁▁▁▁▇▁▁▁▁▁▁▁██████████',
      '        ○       ▲',
      '  2026-11-01 to 2026-11-24, 24 results, 40.0 ms to 64.0 ms',
      '',
      '  ▲ 0eaa00b, 2026-11-15: 41.0 ms → 63.0 ms, 1.54 times',
      '  ○ 1 single result far off',
      '  1.54 times the usual 41.0 ms ± 800 µs, since 0eaa00b.',
      '',
    ].join('\n'),
  );
});

test('too few results, and none', () => {
  const nothing: Trend = { segments: [], changes: [], outliers: [] };
  expect(renderTrend(nothing, points.slice(0, 2), { unit: 'nanoseconds' })).toContain(
    '2 of 5 results: too few to say what is usual.',
  );
  expect(renderTrend(nothing, [], { unit: 'nanoseconds' })).toBe('  No results yet.\n');
});
