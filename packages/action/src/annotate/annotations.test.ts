import { buildReport, type Report, type ReportFinding, type ReportParts } from '@flamestep/report';
import { expect, test } from 'vitest';
import { annotations } from './annotations.ts';

type Comparison = NonNullable<ReportParts['comparison']>;
type Finding = Comparison['profiles'][number]['findings'][number];
type Touch = NonNullable<ReportFinding['touched']>[number];

const touch = (line: number, role: Touch['role'] = 'itself', file = 'cart/decode.go'): Touch => ({ file, line, name: 'f', role });
const change = (base: number, head: number) => ({ base, head, change: head - base, low: head - base, high: head - base });

function slower(touched: readonly Touch[] | undefined, verdict: Finding['verdict'] = 'slower'): Finding {
  return {
    name: 'json.literalStore',
    file: 'json/decode.go',
    startLine: 870,
    verdict,
    ...change(1.3e6, 3.2e6),
    share: change(0.03, 0.07),
    samples: { base: 39, head: 97 },
    total: change(1.3e6, 3.2e6),
    ...(touched === undefined ? {} : { touched }),
  };
}

function reportWith(findings: readonly Finding[], parts: Partial<ReportParts> = {}): Report {
  const counts = { slower: findings.length, faster: 0, new: 0, gone: 0, moved: 0, unchanged: 0, inconclusive: 0 };
  const profile: Comparison['profiles'][number] = {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    verdict: 'slower',
    method: 'moderated-t',
    runs: { base: 5, head: 5 },
    samples: { base: 1400, head: 1500 },
    normalization: { kind: 'absolute', reason: 'Every run does the same work.' },
    divisors: { base: 5, head: 5 },
    whole: { ...change(47e6, 49e6), verdict: 'inconclusive' },
    thresholds: { relative: 0.1, share: 0.005, level: 0.01, visible: 0.04 },
    noiseFloor: 0.01,
    smallestDetectable: 0.02,
    counts,
    functions: findings,
    findings,
    indications: [],
    prior: { dispersion: 1, degreesOfFreedom: 4, comparisons: 1 },
  };
  const comparison = { profiles: [profile], notes: [] };
  return buildReport({ subject: { name: 'checkout', head: {} }, comparison, provenance: { tool: '1' }, ...parts });
}

test('stand at the changed line that a slowdown is reached from, and say so', () => {
  expect(annotations(reportWith([slower([touch(57, 'caller')])]))).toMatchInlineSnapshot(`
    [
      {
        "file": "cart/decode.go",
        "line": 57,
        "message": "json.literalStore slower: own CPU time 1.30 → 3.20 ms, +4.0 points (exact). Reached from this line",
        "title": "Profile diff: checkout",
      },
    ]
  `);
  expect(annotations(reportWith([slower([touch(57)])]))[0]?.message).not.toContain('Reached');
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
