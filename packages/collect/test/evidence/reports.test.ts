import type { Report } from '@flamestep/report';
import { expect, test } from 'vitest';
import { collect } from '../../src/index.ts';
import { manifestOf } from './manifest.ts';

const now = '2026-11-22T12:00:00Z';
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const commitOf = (day: number) => day.toString(16).padStart(12, 'a');

/** A report of the main branch with what is read of it: the cost of everything, and a verdict. */
function reportOf(day: number, cost: number, { verdict = 'unchanged', fork = '' } = {}): Report {
  const profile = {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    verdict,
    samples: { base: 3000, head: 3000 },
    normalization: { kind: 'per-operation' },
    whole: { base: cost, head: cost },
    functions: [],
    findings: [],
    indications: [],
  };
  const report = {
    schemaVersion: 1,
    subject: { name: 'checkout', key: 'checkout', head: { commit: commitOf(day) } },
    state: { kind: 'compared' },
    profiles: [profile],
    notes: [],
    provenance: { tool: '1.0.0', recordedAt: daysAgo(day), ...(fork !== '' && { fork }) },
  };
  // Only what collecting reads is there.
  return report as unknown as Report;
}

/** Sixty days of costs; from `slowSince` days ago on they are twice as high. */
const history = (slowSince: number) =>
  Array.from({ length: 60 }, (_, index) => 60 - index).map((day) => reportOf(day, (day <= slowSince ? 200 : 100) + (day % 3)));

async function ask(reports: readonly Report[], { explained = [] as string[], kind = 'backend' as 'backend' | 'library' } = {}) {
  const manifest = manifestOf('checkout');
  const deploys = [1, 2, 3, 40].map((day) => ({ commit: day === 3 ? 'ffffffffffff' : commitOf(day), time: daysAgo(day) }));
  const service = { ...manifest.service, kind };
  const { evidence, failures } = await collect({ ...manifest, service }, [{ type: 'flamestep', reports, deploys }], {
    now,
    explained,
  });
  expect(failures).toEqual([]);
  return Object.fromEntries(evidence.map((one) => [one.kind, one.values ?? one.unavailable]));
}

test('what got slower more than 72 hours ago, and has no issue', async () => {
  expect((await ask(history(10)))['deviations']).toEqual({ baselineWeeks: 8, deviations: 1, unexplained: 1 });
  expect((await ask(history(10), { explained: ['checkout'] }))['deviations']).toMatchObject({ deviations: 1, unexplained: 0 });
  expect((await ask(history(0)))['deviations']).toMatchObject({ deviations: 0, unexplained: 0 });
});

test('fixes, and deploys with a verdict; reports of forks count for nothing', async () => {
  const faster = { verdict: 'faster' };
  const reports = [...history(0), reportOf(1, 90, faster), reportOf(2, 90, { ...faster, fork: 'someone/checkout' })];
  expect(await ask(reports)).toMatchObject({
    'performance-work': { deviations: 0, fixes: 1 },
    'deploy-verdicts': { verdictShare: 2 / 3 },
  });
  expect((await ask(history(10)))['performance-work']).toEqual({ deviations: 1, fixes: 0 });
  expect(await ask(reports.slice(-1))).toMatchObject({
    'performance-work': { fixes: 0 },
    deviations: { reason: 'no-data' },
  });
});

test('a library is judged by its benchmarks', async () => {
  expect(await ask(history(10), { kind: 'library' })).toMatchObject({
    benchmarks: { benchmarks: 1, age: 1 },
    'benchmark-deviations': { releases: 60, unexplained: 1 },
  });
});
