import { readFileSync } from 'node:fs';
import { decode } from '@flamestep/pprof';
import { buildReport } from '@flamestep/report';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readZip } from '../artifact/read-zip.ts';
import type { MeasuredRun } from '../runs/measured-run.ts';
import { publishableProfile } from '../runs/publishable-profile.ts';
import { isBaselineFile, readStoredRuns, writeStoredRuns } from './stored-runs.ts';

const profile = publishableProfile(decode(readFileSync(new URL('../../../../fixtures/edge/labels.pb', import.meta.url))));
const runs = Array.from(
  { length: 80 },
  (_, i): MeasuredRun => ({ source: `${i}`, profile, operations: i === 1 ? undefined : i + 1 }),
);
const report = buildReport({
  subject: { name: 'checkout', key: 'checkout', head: { commit: 'a'.repeat(40) } },
  provenance: { tool: '1.0.0', recordedAt: '2026-01-01T00:00:00Z' },
  environment: { head: { os: 'linux', arch: 'amd64' } },
  state: { kind: 'no-baseline', reason: 'the first' },
});
const throughZip = async (count: number) => {
  const files = writeStoredRuns({ report, runs: runs.slice(0, count) });
  return readStoredRuns(await readZip(zipSync(Object.fromEntries(files)), isBaselineFile));
};

test('runs are stored with their operations, in order', async () => {
  const stored = await throughZip(12);
  expect(stored.report).toEqual(report);
  expect(stored.runs.map(({ operations }) => operations)).toEqual(runs.slice(0, 12).map(({ operations }) => operations));
  expect(stored.runs.every((run) => run.profile.samples.length === profile.samples.length)).toBe(true);
});

test('of very many runs, as many are stored as can be read', async () => {
  expect((await throughZip(80)).runs).toHaveLength(60);
});

test.each([
  'profiles/0.pb.gz',
  'profiles/01.pb.gz',
  'profiles/1.pb',
  'x/profiles/1.pb.gz',
  'profiles/1.pb.gz\n',
  'baseline.json',
])('%j has no place in a baseline', (name) => expect(isBaselineFile(name)).toBe(false));

test('a baseline without profiles is none', async () => {
  const files = new Map([...writeStoredRuns({ report, runs: [] })]);
  await expect(readStoredRuns(files)).rejects.toThrow('has no profiles');
  await expect(readStoredRuns(new Map([...files, ['operations.json', strToU8('{')]]))).rejects.toThrow(
    'operations.json does not fit',
  );
});
