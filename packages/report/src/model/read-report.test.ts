import { describe, expect, test } from 'vitest';
import { cpu, reportOf, row, states, tree, zero } from '../../test/story.ts';
import { readReport } from './read-report.ts';
import { renderJson } from './render-json.ts';
import { isReportError, type ReportErrorCode } from './report-error.ts';

const faultOf = (read: () => unknown): [ReportErrorCode, string] => {
  try {
    read();
  } catch (error) {
    if (isReportError(error)) return [error.code, error.message];
  }
  throw new Error('no ReportError');
};

// Copies that the tests break.
const copy = (report: unknown = states['regressed']) => JSON.parse(JSON.stringify(report));

describe('a report is read', () => {
  test.each(Object.entries(states))('as it was written: %s', (_, given) => {
    for (const report of [given].flat()) {
      expect(readReport(renderJson(report))).toEqual(report);
      expect(renderJson(readReport(renderJson(report)))).toBe(renderJson(report));
    }
  });

  test('with trees, unless they are not wanted', () => {
    const report = reportOf({ trees: [tree] });
    expect(readReport(renderJson(report))).toEqual(report);
    expect(faultOf(() => readReport(report, { trees: false }))).toEqual([
      'malformed',
      '/trees: trees are not accepted here; send the report without them',
    ]);
  });
});

describe('a report is refused', () => {
  test('that is no JSON, or of another version', () => {
    expect(faultOf(() => readReport('<html>'))[0]).toBe('not-json');
    expect(faultOf(() => readReport({ ...copy(), schemaVersion: 2 }))).toEqual([
      'unknown-version',
      '/schemaVersion: version 2 is not known here, only 1; update flamestep',
    ]);
  });

  test('that is something else, and is told so first', () => {
    expect(faultOf(() => readReport('{"dashboard":1}'))).toEqual([
      'malformed',
      '/schemaVersion: is missing: this is no report; a report is written by flamestep with --format=json',
    ]);
  });

  test('with a field that nobody knows', () => {
    const report = copy();
    report.profiles[0].functions[1].html = '<b>';
    const [code, message] = faultOf(() => readReport(report));
    expect(code).toBe('malformed');
    expect(message).toMatch(/^\/profiles\/0\/functions\/1\/html: unknown field; remove it/);
  });

  test('with a number that is none', () => {
    const report = copy();
    report.profiles[0].whole.base = Number.NaN;
    expect(faultOf(() => readReport(report))).toEqual([
      'malformed',
      '/profiles/0/whole/base: NaN stands where a finite number is expected',
    ]);
  });

  test('with a state that is none', () => {
    expect(faultOf(() => readReport({ ...copy(), state: { kind: 'fine' } }))[1]).toContain(
      '/state: an object stands where kind "compared" or',
    );
  });

  test.each([
    'javascript:alert(1)',
    'http://example.com/',
    'https://user@example.com/',
    'https://example.com/">',
    'https://example.com/ a',
  ])('with the address %s', (artifact) => {
    expect(faultOf(() => readReport({ ...copy(), links: { artifact } }))[1]).toContain('/links/artifact');
  });

  test('with a tree whose nodes hang in the air', () => {
    const report = copy(reportOf({ trees: [tree] }));
    report.trees[0].nodes.parent[1] = 7;
    expect(faultOf(() => readReport(report))[1]).toContain('/trees/0: nodes.parent[1]: 7 is not the index of an earlier node');
  });

  test('of more than a mebibyte without trees', () => {
    expect(faultOf(() => readReport(' '.repeat(2 ** 24 + 1)))[0]).toBe('too-large');
    expect(faultOf(() => readReport(' '.repeat(2 ** 20 + 1), { trees: false }))[0]).toBe('too-large');
  });
});

describe('a report is built', () => {
  const many = Array.from({ length: 3000 }, (_, i) => row(`package${i}.${'f'.repeat(300)}`, 'unchanged', 1, 1 + i / 1e6));

  test('within its bounds, with the counts of everything', () => {
    const profiles = Array.from({ length: 6 }, () => cpu({ functions: many, counts: { ...zero, unchanged: 3000 } }));
    const report = reportOf({ comparison: { profiles, notes: [] } });
    expect(readReport(renderJson(report), { trees: false })).toEqual(report);
    const [profile] = report.profiles;
    expect(profile.counts.unchanged).toBe(3000);
    expect(profile.functions.length + profile.omitted.functions).toBe(3000);
  });

  test('with every finding, before other functions', () => {
    const findings = many.slice(2900).map((one) => ({ ...one, verdict: 'slower' as const }));
    const functions = [...many.slice(0, 2900), ...findings];
    const report = reportOf({ comparison: { profiles: [cpu({ functions, findings })], notes: [] } });
    expect(report.profiles[0].findings).toHaveLength(100);
    expect(report.profiles[0].functions.filter(({ verdict }) => verdict === 'slower')).toHaveLength(100);
  });

  test('with a key made of its names', () => {
    const subject = { name: 'Checkout API', profile: 'BenchmarkDecode/large', leg: 'linux (amd64)', head: {} };
    expect(reportOf({ subject }).subject.key).toBe('checkout-api/benchmarkdecode/large/linux-amd64');
    expect(reportOf({ subject: { name: '決済', head: {} } }).subject.key).toBe('profile');
  });
});
