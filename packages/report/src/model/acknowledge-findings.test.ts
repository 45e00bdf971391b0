import { describe, expect, test } from 'vitest';
import { allocations, cpu, fasterEncode, reportOf, row, slowLiteral, states, zero } from '../../test/story.ts';
import { hasRegression } from './has-regression.ts';
import type { ReportParts } from './build-report.ts';
import type { Report } from './report.ts';
import { REPORT_LIMITS } from './report-limits.ts';

const [accepted] = [states['acknowledged']].flat() as [Report];
const regressed = cpu({ verdict: 'slower', counts: { ...zero, slower: 1, unchanged: 44 }, findings: [slowLiteral] });
const of = (parts: Partial<ReportParts>) => reportOf(parts).profiles[0]!;

describe('a finding that was accepted', () => {
  const profile = accepted.profiles[0]!;

  test('is told with its reason, and is no finding', () => {
    expect(profile.acknowledged).toMatchObject([
      {
        name: slowLiteral.name,
        verdict: 'slower',
        path: expect.any(Array),
        acknowledged: { reason: expect.stringContaining('Prices'), until: '2026-12-31' },
      },
    ]);
    expect(profile.findings).toEqual([]);
    expect(profile.counts).toEqual({ ...zero, unchanged: 41, inconclusive: 3 });
  });

  test('fails nothing', () => {
    expect(profile.verdict).toBe('unchanged');
    expect(hasRegression(accepted)).toBe(false);
    expect(hasRegression(reportOf({ comparison: { profiles: [regressed], notes: [] } }))).toBe(true);
  });

  test('keeps its row among the functions, as what it is', () => {
    expect(profile.functions.find(({ name }) => name === slowLiteral.name)?.verdict).toBe('slower');
  });
});

test('nothing but slower and new functions can be accepted', () => {
  const better = cpu({ verdict: 'faster', counts: { ...zero, faster: 1 }, findings: [fasterEncode] });
  const asked: string[] = [];
  const profile = of({
    comparison: { profiles: [better, regressed], notes: [] },
    acknowledge: ({ name }, { type }) => {
      asked.push(`${type} ${name}`);
      return undefined;
    },
  });
  expect(profile.findings).toHaveLength(1);
  expect(profile).not.toHaveProperty('acknowledged');
  expect(asked).toEqual([`cpu ${slowLiteral.name}`]);
});

test('an accepted function may be new', () => {
  const added = row('checkout/cart.validate', 'new', 0, 0.62, 0.2);
  const profile = of({
    comparison: { profiles: [allocations({ verdict: 'slower', counts: { ...zero, new: 1 }, findings: [added] })], notes: [] },
    acknowledge: () => ({ reason: 'Carts are validated now.' }),
  });
  expect(profile).toMatchObject({ verdict: 'unchanged', counts: { new: 0 }, acknowledged: [{ acknowledged: {} }] });
});

test('many are counted, and the greatest stay', () => {
  const many = Array.from({ length: 300 }, (_, i) => row(`checkout/f${i}`, 'slower', 1, 2 + (300 - i) / 100));
  const profile = of({
    comparison: { profiles: [cpu({ verdict: 'slower', counts: { ...zero, slower: 300 }, findings: many })], notes: [] },
    acknowledge: () => ({ reason: 'All of it.', until: '2026-12-31' }),
  });
  expect(profile.acknowledged).toHaveLength(REPORT_LIMITS.rows);
  expect(profile.omitted.acknowledged).toBe(100);
});

test('notes on what was compared come after those of the caller', () => {
  const { notes } = reportOf({
    comparison: { profiles: [regressed], notes: ['First.'] },
    notes: ['Second.'],
    notesOn: ({ profiles }) => profiles.map(({ verdict }) => `${verdict}.`),
  });
  expect(notes).toEqual(['First.', 'Second.', 'slower.']);
});

test('a reason that is too long loses its middle, one that is no text is refused', () => {
  const parts = (until: string): Partial<ReportParts> => ({
    comparison: { profiles: [regressed], notes: [] },
    acknowledge: () => ({ reason: 'x'.repeat(5000), until }),
  });
  expect(of(parts('2026-12-31')).acknowledged?.[0]?.acknowledged.reason.length).toBe(REPORT_LIMITS.sentence);
  expect(() => reportOf(parts('some day'))).toThrow(/until/);
});
