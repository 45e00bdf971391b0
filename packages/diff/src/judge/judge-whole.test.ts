import { describe, expect, test } from 'vitest';
import type { MeasuredRun } from '../measure/measured-run.ts';
import { judgeWhole } from './judge-whole.ts';
import type { WholeSettings } from './judge-whole.ts';

const none = new Float64Array(0);
const run = (whole: number): MeasuredRun => ({
  self: none,
  total: none,
  samples: none,
  variance: none,
  whole,
  period: 10,
  wholeSamples: whole / 10,
  wholeVariance: whole * 10,
});

const judge = (base: readonly number[], head: readonly number[], settings: Partial<WholeSettings> = {}) =>
  judgeWhole([...base, ...head].map(run), base.length, {
    method: base.length > 1 ? 'moderated-t' : 'indicative',
    kind: 'per-operation',
    work: new Float64Array(base.length + head.length).fill(1),
    paired: false,
    thresholds: { relative: 0.1, share: 0.005, level: 0.01, visible: 0.04 },
    ...settings,
  });

describe('the whole', () => {
  test('is slower where the runs leave no doubt', () => {
    const { verdict, base, head, low } = judge([1000, 1010, 990], [1100, 1110, 1090]);
    expect([verdict, base, head]).toEqual(['slower', 1000, 1100]);
    expect(low).toBeGreaterThan(0);
  });

  test('is unchanged where they rule a change out', () => {
    expect(judge([1000, 1010, 990], [1001, 1011, 991]).verdict).toBe('unchanged');
  });

  test('is not judged from two runs a side, whose spread is chance', () => {
    expect(judge([1000, 1001], [1500, 1501]).verdict).toBe('inconclusive');
  });

  test('is no slower by less than what matters, however sure', () => {
    expect(judge([1000, 1001, 999, 1000], [1006, 1007, 1005, 1006]).verdict).toBe('unchanged');
  });

  test('is inconclusive where runs differ as much as the sides do', () => {
    expect(judge([1000, 1700, 900], [1500, 1100, 1900]).verdict).toBe('inconclusive');
  });

  test('is what one operation costs', () => {
    const { verdict, change } = judge([1000, 1010, 990], [2000, 2020, 1980], { work: Float64Array.of(10, 10, 10, 20, 20, 20) });
    expect([verdict, change]).toEqual(['unchanged', 0]);
  });

  test('is never judged from runs of unknown work', () => {
    expect(judge([1000, 1010, 990], [1100, 1110, 1090], { kind: 'relative' }).verdict).toBe('inconclusive');
  });

  test('is judged by pairs where the machine was slow for both', () => {
    const [base, head] = [
      [1000, 1700, 900, 1300],
      [1101, 1799, 1000, 1402],
    ] as const;
    expect(judge(base, head).verdict).toBe('inconclusive');
    expect(judge(base, head, { paired: true }).verdict).toBe('slower');
  });

  test('of one run a side is uncertain by its samples at least', () => {
    const { verdict, low, high } = judge([1000], [1100]);
    expect(verdict).toBe('indicative inconclusive');
    expect(high - low).toBeGreaterThan(4 * Math.sqrt(2 * 1000 * 10) * 0.9);
  });
});
