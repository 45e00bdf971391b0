import type { Evidence } from '@flamestep/maturity';
import { expect, test } from 'vitest';
import { mergeEvidence } from './merge-evidence.ts';

const source = { type: 'prometheus', instance: 'main' };
const about = {
  kind: 'request-metrics',
  subject: 'checkout',
  basis: 'measured',
  source,
  query: 'up',
  observedAt: 'monday',
} as const;
const found: Evidence = { ...about, id: 'a', values: { rate: true } };
const failed: Evidence = { ...about, id: 'a', observedAt: 'tuesday', unavailable: { reason: 'source-error' } };
const silence: Evidence = { ...about, id: 'a', observedAt: 'tuesday', unavailable: { reason: 'no-data' } };

test('what was found replaces what was known', () => {
  expect(mergeEvidence([found], [], [{ evidence: failed, failingSince: 'sunday' }], 'tuesday')).toEqual([{ evidence: found }]);
});

test('a source that fails keeps what it said, and since when it fails', () => {
  expect(mergeEvidence([failed], [], [{ evidence: found }], 'tuesday')).toEqual([{ evidence: found, failingSince: 'tuesday' }]);
  const kept = { evidence: found, failingSince: 'tuesday' };
  expect(mergeEvidence([failed], [], [kept], 'wednesday')).toEqual([kept]);
});

test('a source that never said anything is unavailable', () => {
  expect(mergeEvidence([failed], [], [], 'tuesday')).toEqual([{ evidence: failed, failingSince: 'tuesday' }]);
});

test('an answer that there is nothing is an answer', () => {
  expect(mergeEvidence([silence], [], [{ evidence: found }], 'tuesday')).toEqual([{ evidence: silence }]);
});

test('a source that is silent keeps all, one that is asked no longer is forgotten', () => {
  expect(mergeEvidence([], [source], [{ evidence: found }], 'tuesday')).toEqual([{ evidence: found, failingSince: 'tuesday' }]);
  expect(mergeEvidence([], [], [{ evidence: found }], 'tuesday')).toEqual([]);
});

test('of two with the same id the last counts', () => {
  expect(mergeEvidence([silence, found], [], [], 'tuesday')).toEqual([{ evidence: found }]);
});
