import type { Report, ReportFinding } from '@flamestep/report';
import { expect, test } from 'vitest';
import { allocations, cpu, reportOf, slowLiteral } from '../../../report/test/story.ts';
import { annotations } from './annotations.ts';

type Touch = NonNullable<ReportFinding['touched']>[number];

const touch = (line: number, role: Touch['role'] = 'itself', file = 'cart/decode.go'): Touch => ({ file, line, name: 'f', role });

function slower(touched: readonly Touch[] | undefined, verdict: ReportFinding['verdict'] = 'slower') {
  const { touched: _, ...finding } = slowLiteral;
  return { ...finding, verdict, ...(touched === undefined ? {} : { touched }) };
}

function reportWith(findings: readonly ReturnType<typeof slower>[], parts: Parameters<typeof reportOf>[0] = {}): Report {
  return reportOf({ comparison: { profiles: [cpu({ findings, verdict: 'slower' }), allocations()], notes: [] }, ...parts });
}

test('stand at the changed line that a slowdown is reached from, and say so', () => {
  expect(annotations(reportOf({ comparison: { profiles: [cpu({ findings: [slowLiteral] })], notes: [] } }))).toEqual([
    {
      file: 'cart/decode.go',
      line: 57,
      title: 'Profile diff: checkout',
      message:
        'encoding/json.(*decodeState).literalStore slower: own CPU time 1.30 → 3.23 ms, +4.1 points (+2.4 to +5.7). Reached from this line',
    },
  ]);
  expect(annotations(reportWith([slower([touch(9)])]))[0]?.message).not.toContain('Reached');
});

test.each([
  ['that the pull request does not touch', undefined],
  ['of which only the file is known', [touch(0)]],
])('there is none for a slowdown %s', (_, touched) => {
  expect(annotations(reportWith([slower(touched)]))).toEqual([]);
});

test.each(['faster', 'gone', 'moved', 'indicative slower'] as const)('there is none for what is %s', (verdict) => {
  expect(annotations(reportWith([slower([touch(9)], verdict)]))).toEqual([]);
});

test('there is none where the base is not the right one', () => {
  const state = { kind: 'stale-baseline', reason: 'It is 40 commits away.' } as const;
  expect(annotations(reportWith([slower([touch(9)])], { state }))).toEqual([]);
});

test('there is one a line, and ten at most', () => {
  const many = Array.from({ length: 30 }, (_, i) => slower([touch(1 + Math.floor(i / 2))]));
  expect(annotations(reportWith(many)).map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});
