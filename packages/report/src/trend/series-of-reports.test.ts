import { expect, test } from 'vitest';
import type { Report } from '../model/report.ts';
import { seriesOfReports } from './series-of-reports.ts';

type Measure = 'per-operation' | 'relative';

/** A report of main: `main` costs what is said, and so does the whole. */
function result(commit: string, time: string, cost: number, measure: Measure = 'per-operation', key = 'shop'): Report {
  const row = { name: 'main', file: 'main.go', head: cost, share: { head: cost / 100 } };
  const profile = {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    normalization: { kind: measure },
    whole: { head: 10 * cost },
    functions: [row],
    findings: [],
    indications: [],
  };
  const parts = {
    schemaVersion: 1,
    subject: { name: 'shop', key, head: { commit } },
    state: { kind: 'compared' },
    profiles: [profile],
    notes: [],
    provenance: { tool: '1', recordedAt: time },
  };
  // Only what a series is made of.
  return parts as unknown as Report;
}

/** `shop cpu: 10 20` for the whole, `shop cpu main: 1 2` for a function. */
function show(...reports: Report[]): string[] {
  return seriesOfReports(reports).map(
    ({ key, sampleType, function: place, points }) =>
      `${[key, sampleType, ...(place ? [place.name] : [])].join(' ')}: ${points.map(({ value }) => value).join(' ')}`,
  );
}

test('the whole and each function, oldest result first, in any order of reports', () => {
  const [first, second] = [result('aaaaaaa', '2026-01-01T00:00:00Z', 1), result('bbbbbbb', '2026-01-02T00:00:00Z', 2)];
  expect(show(second, first)).toEqual(['shop cpu: 10 20', 'shop cpu main: 1 2']);
  expect(seriesOfReports([first])[0]!.points).toEqual([{ commit: 'aaaaaaa', time: '2026-01-01T00:00:00Z', value: 10 }]);
});

test('a result that is there twice counts once', () => {
  const time = '2026-01-01T00:00:00Z';
  expect(show(result('aaaaaaa', time, 1), result('aaaaaaa', time, 3))).toEqual(['shop cpu: 30', 'shop cpu main: 3']);
});

test('keys and measures are not mixed', () => {
  const time = '2026-01-01T00:00:00Z';
  expect(show(result('aaaaaaa', time, 1), result('aaaaaaa', time, 2, 'per-operation', 'till'))).toHaveLength(4);
  expect(show(result('aaaaaaa', time, 1), result('bbbbbbb', time, 50, 'relative'))).toEqual([
    'shop cpu: 10',
    'shop cpu main: 1',
    'shop cpu main: 0.5',
  ]);
});

test('what has no name for the head, no time or no comparison is in no series', () => {
  const report = result('aaaaaaa', '2026-01-01T00:00:00Z', 1);
  const others: Report[] = [
    { ...report, subject: { ...report.subject, head: {} } },
    { ...report, provenance: { tool: '1' } },
    { ...report, state: { kind: 'no-baseline', reason: 'none yet' } },
  ];
  expect(seriesOfReports(others)).toEqual([]);
});
