import { buildReport, createMarker, renderMarkdown, type Report } from '@flamestep/report';
import { expect, test } from 'vitest';
import { resultSeries } from '../artifact/artifact-names.ts';
import { completeLegs, type Matrix } from './complete-legs.ts';

const matrix: Matrix = {
  name: 'shop',
  key: 'shop',
  expected: ['linux-amd64', 'linux-arm64'],
  head: { commit: 'abcdef1' },
  run: { id: '7', attempt: 2 },
  unread: [],
};

function leg(name: string): Report {
  const state = { kind: 'no-baseline', reason: 'It is new.' } as const;
  return buildReport({ subject: { name: 'shop', leg: name, head: {} }, state, provenance: { tool: '1' } });
}

function reasons(reports: readonly Report[]) {
  return reports.map(({ subject, state }) => [subject.leg, 'reason' in state ? state.reason : state.kind]);
}

test('legs stand in the order in which they are expected, others after them, missing ones named', () => {
  expect(reasons(completeLegs([leg('windows'), leg('linux-arm64')], matrix))).toEqual([
    ['linux-amd64', 'its job did not finish.'],
    ['linux-arm64', 'It is new.'],
    ['windows', 'It is new.'],
  ]);
});

test('a job whose result could not be read, or asked for, is not said to have failed', () => {
  expect(reasons(completeLegs([], { ...matrix, unread: [resultSeries('shop/linux-arm64')] }))).toEqual([
    ['linux-amd64', 'its job did not finish.'],
    ['linux-arm64', 'its result could not be read.'],
  ]);
  expect(reasons(completeLegs([], { ...matrix, unread: 'unknown' }))[0]).toEqual([
    'linux-amd64',
    'its result could not be had from GitHub.',
  ]);
});

test('the comment says which run it is of, also where the first leg is missing', () => {
  expect(createMarker(completeLegs([leg('linux-arm64')], matrix), 'shop')).toEqual({ key: 'shop', head: 'abcdef1', run: '7.2' });
  expect(renderMarkdown(completeLegs([], matrix), { key: 'shop' }).text).toContain(
    '**linux-amd64 is not known:** its job did not finish.',
  );
});
