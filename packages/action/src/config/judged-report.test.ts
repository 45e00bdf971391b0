import { fileURLToPath } from 'node:url';
import { agreeOnOperations } from '@flamestep/record';
import { hasRegression, renderMarkdown, reportRuns } from '@flamestep/report';
import { beforeAll, expect, test } from 'vitest';
import type { MeasuredRun } from '../runs/measured-run.ts';
import { readRuns } from '../runs/read-runs.ts';
import { judgeBy } from './judge-by.ts';
import { parseConfig } from './parse-config.ts';

/** Recorded: `keyHash` is slower in `base` than in `faster`; see fixtures/README.md. */
const CHANGES = fileURLToPath(new URL('../../../../fixtures/changes', import.meta.url));
let [base, head]: readonly (readonly MeasuredRun[])[] = [];
beforeAll(async () => {
  base = await readRuns(['faster/[1-5].pb.gz'], 'base', CHANGES);
  head = await readRuns(['base/[1-5].pb.gz'], 'head', CHANGES);
});

function reportWith(file: string) {
  const config = parseConfig(file, '.flamestep.yaml', new Date('2026-11-20T12:00:00Z'));
  return reportRuns({
    base: base!.map(({ profile }) => profile),
    head: head!.map(({ profile }) => profile),
    compareOptions: {
      ...judgeBy(config, undefined),
      operations: agreeOnOperations(base!, head!).operations,
      sampleTypes: ['cpu'],
    },
    acknowledge: config.acknowledge,
    notesOn: config.notesOn,
    subject: { name: 'metrics', head: { label: 'head' } },
    provenance: { tool: '0.0.0' },
  });
}

const namesOf = (rows: readonly { readonly name: string }[] = []) => rows.map(({ name }) => name);

test('a slowdown is found, and fails a job that is to fail', () => {
  const report = reportWith('');
  expect(namesOf(report.profiles[0]?.findings)).toEqual(['example.com/metrics.keyHash']);
  expect(hasRegression(report)).toBe(true);
});

test('what is accepted is shown and fails nothing, the slower whole that it explains included', () => {
  const report = reportWith('ignore: [{ function: "*.keyHash", reason: Better spread., until: 2026-12-31 }]');
  expect(report.profiles[0]).toMatchObject({ findings: [], acknowledged: [{ name: 'example.com/metrics.keyHash' }] });
  expect(hasRegression(report)).toBe(false);
  expect(renderMarkdown(report).text).toContain('Better spread. (until 2026-12-31)');
  expect(report.notes).toEqual([]);
});

test('what was accepted until yesterday fails the job, and the report says so', () => {
  const report = reportWith('ignore: [{ function: "*.keyHash", reason: Better spread., until: 2026-11-19 }]');
  expect(hasRegression(report)).toBe(true);
  expect(report.notes).toEqual([expect.stringContaining('expired on 2026-11-19')]);
});

test('a function that may change by more is none', () => {
  const report = reportWith('thresholds: { functions: [{ function: "*.keyHash", relative: 900% }] }');
  expect(namesOf(report.profiles[0]?.findings)).toEqual([]);
  expect(renderMarkdown(report).text).toContain('Thresholds of their own');
});
