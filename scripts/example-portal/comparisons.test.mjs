import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { comparisonsOf } from './comparisons.mjs';
import { PLAN } from './plan.mjs';

const FIXTURES = fileURLToPath(new URL('../../fixtures', import.meta.url));
const NOW = Date.parse('2026-11-22T12:00:00Z');
const all = PLAN.map((service) => comparisonsOf(service, FIXTURES, NOW));
const isMain = ({ parameters }) => parameters.event === 'push';

test('every comparison has runs on both sides, and a place in time', () => {
  for (const { base, head, recordedAt } of all.flat()) {
    expect(base.length).toBeGreaterThan(0);
    expect(head.length).toBeGreaterThan(0);
    expect(Date.parse(recordedAt)).toBeLessThan(NOW);
  }
});

test('main goes on from commit to commit', () => {
  for (const comparisons of all) {
    const main = comparisons.filter(isMain);
    expect(main.slice(1).map(({ baseCommit }) => baseCommit)).toEqual(main.slice(0, -1).map(({ headCommit }) => headCommit));
    const times = main.map(({ recordedAt }) => recordedAt);
    expect(times.toSorted()).toEqual(times);
  }
});

test('one service got slower three commits ago', () => {
  const [checkout] = all;
  const slow = checkout.filter(isMain).filter(({ head }) => head.every((file) => file.includes('slow-literal')));
  expect(slow).toHaveLength(3);
  expect(slow[0].about.title).toContain('(#1482)');
  expect(slow[0].base.every((file) => /[\\/]base[\\/]/.test(file))).toBe(true);
  expect(checkout.filter(isMain).slice(-3)).toEqual(slow);
});
