import { readFileSync } from 'node:fs';
import { getOctokit } from '@actions/github';
import { decode } from '@flamestep/pprof';
import { buildReport, type Machine } from '@flamestep/report';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadDescription } from '../../../../fixtures/fake-github/contract/load-description.ts';
import { createFakeGitHub, type FakeGitHub } from '../../../../fixtures/fake-github/create-fake-github.ts';
import type { Repository, Token, WorkflowRun } from '../../../../fixtures/fake-github/state/records.ts';
import { artifactNames } from '../artifact/artifact-names.ts';
import { readJob } from '../event/job.ts';
import type { ActionEvent } from '../event/read-event.ts';
import type { MeasuredRun } from '../runs/measured-run.ts';
import { publishableProfile } from '../runs/publishable-profile.ts';
import { samplingOf } from '../runs/sampling.ts';
import { findBaseline, type BaselineQuery } from './find-baseline.ts';
import { writeStoredRuns } from './stored-runs.ts';

const loaded = loadDescription();
if (loaded.description === undefined) console.warn(`skipped: ${loaded.reason}`);

const KEY = 'checkout-api';
const EPYC: Machine = { os: 'linux', arch: 'amd64', cpu: 'EPYC 7763', cores: 4, runner: 'ubuntu-24.04 20260914.1' };
const XEON: Machine = { ...EPYC, cpu: 'Xeon 8370C' };

const runs = [1, 2, 3].map((number): MeasuredRun => {
  const bytes = readFileSync(new URL(`../../../../fixtures/changes/base/${number}.pb.gz`, import.meta.url));
  return { source: `${number}`, profile: publishableProfile(decode(bytes)), operations: 1000 };
});

describe.skipIf(loaded.description === undefined)('the baseline of a pull request', () => {
  let github: FakeGitHub;
  let repository: Repository;
  let token: Token;
  let warnings: string[];

  beforeEach(async () => {
    github = await createFakeGitHub({ description: loaded.description! });
    repository = github.state.addRepository({ owner: 'acme', name: 'shop' });
    token = github.state.issueToken({ repository, permissions: { contents: 'read', actions: 'read' } });
    warnings = [];
  });
  afterEach(async () => {
    expect(github.contractViolations).toEqual([]);
    await github.close();
  });

  /** Commits of main, one after the other, one a day. */
  function mainOf(length: number): string[] {
    const shas: string[] = [];
    for (let day = 0; day < length; day++) {
      const { sha } = github.state.addCommit({
        repository,
        parents: shas.slice(-1),
        branch: 'main',
        date: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().replace('.000', ''),
      });
      shas.push(sha);
    }
    return shas;
  }

  function keep(headSha: string, { machine = EPYC, key = KEY, files = {}, ...run }: Kept = {}): WorkflowRun {
    const added = github.state.addRun({ repository, headSha, headBranch: 'main', ...run });
    const report = buildReport({
      subject: { name: key, key, head: { commit: headSha } },
      provenance: { tool: '1.0.0', recordedAt: '2026-01-01T00:00:00Z' },
      environment: { head: machine },
      state: { kind: 'no-baseline', reason: 'the first' },
    });
    const stored = Object.fromEntries(writeStoredRuns({ report, runs }));
    github.state.addArtifact({ run: added, name: artifactNames(KEY, 1).baseline, files: { ...stored, ...files } });
    return added;
  }

  async function search(baseSha: string, changes: Partial<BaselineQuery> & { readonly isHeadCheckedOut?: boolean } = {}) {
    const head = github.state.addCommit({ repository, parents: [baseSha], branch: 'faster', date: '2026-02-20T00:00:00Z' });
    const sides = { base: { repository, branch: 'main', sha: baseSha }, head: { repository, branch: 'faster', sha: head.sha } };
    const pull = github.state.openPullRequest(sides);
    const { isHeadCheckedOut = false, ...rest } = changes;
    const event: ActionEvent = {
      kind: 'pull-request',
      number: pull.number,
      title: '',
      headSha: head.sha,
      baseSha,
      branch: 'main',
      fork: undefined,
      isRestricted: false,
    };
    const env = {
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_SHA: pull.mergeCommit,
      GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/perf.yml@refs/pull/1/merge',
      GITHUB_WORKSPACE: '/nowhere',
    };
    const job = { ...readJob(env, new Date('2026-03-01T00:00:00Z')), ...(isHeadCheckedOut ? { checkedOut: head.sha } : {}) };
    const log = { info() {}, notice() {}, error() {}, warning: (text: string) => warnings.push(text) };
    return findBaseline({
      client: getOctokit(token.value, { baseUrl: github.url, log: { debug() {}, info() {}, warn() {}, error() {} } }),
      job,
      event,
      choice: { kind: 'auto' },
      name: KEY,
      key: KEY,
      machine: EPYC,
      sampling: samplingOf(runs as [MeasuredRun]),
      log,
      ...rest,
    } as BaselineQuery);
  }

  test('is what a run of the base kept, and may gate', async () => {
    const [, tip] = mainOf(2) as [string, string];
    const run = keep(tip);
    const found = await search(tip);
    expect(found).toMatchObject({
      kind: 'stored',
      revision: { commit: tip, label: 'main' },
      baseline: { branch: 'main', distance: 1, run: { id: String(run.id) }, recordedAt: '2026-01-01T00:00:00Z' },
      machine: EPYC,
      stale: undefined,
      incompatible: undefined,
    });
    expect(found.kind === 'stored' && found.runs.map(({ operations, profile }) => [operations, profile.samples.length])).toEqual(
      runs.map(({ operations, profile }) => [operations, profile.samples.length]),
    );
    expect(github.requests.filter(({ path }) => path.startsWith('/repos/'))).toHaveLength(5);
  });

  test('is that of the merge base where the head was measured by itself', async () => {
    const [old, tip] = mainOf(2) as [string, string];
    keep(old);
    keep(tip);
    expect(await search(old, { isHeadCheckedOut: true })).toMatchObject({ revision: { commit: old }, baseline: { distance: 0 } });
  });

  test('is that of the nearest commit before, which never gates', async () => {
    const main = mainOf(5);
    keep(main[1]!);
    keep(main[2]!);
    expect(await search(main[4]!)).toMatchObject({
      revision: { commit: main[2] },
      baseline: { distance: 3 },
      stale: expect.stringContaining('2 commits before'),
    });
  });

  test('is never of a branch that was merged, nor of a commit after the base', async () => {
    const [root, tip] = mainOf(2) as [string, string];
    const side = github.state.addCommit({ repository, parents: [root], date: '2026-01-02T12:00:00Z' });
    const merge = github.state.addCommit({ repository, parents: [tip, side.sha], branch: 'main', date: '2026-01-03T00:00:00Z' });
    const later = github.state.addCommit({ repository, parents: [merge.sha], branch: 'main', date: '2026-01-04T00:00:00Z' });
    keep(root);
    keep(side.sha);
    keep(later.sha);
    expect(await search(merge.sha)).toMatchObject({ revision: { commit: root }, baseline: { distance: 3 } });
  });

  test('is found although clocks of those who committed differ', async () => {
    const root = github.state.addCommit({ repository, branch: 'main', date: '2026-01-09T00:00:00Z' });
    const tip = github.state.addCommit({ repository, parents: [root.sha], branch: 'main', date: '2026-01-08T00:00:00Z' });
    keep(root.sha);
    expect(await search(tip.sha)).toMatchObject({ revision: { commit: root.sha }, baseline: { distance: 2 } });
  });

  test('is looked for 30 days back, and no further', async () => {
    const main = mainOf(40);
    keep(main[5]!);
    expect(await search(main[39]!)).toMatchObject({ kind: 'missing' });
    keep(main[12]!);
    expect(await search(main[39]!)).toMatchObject({ revision: { commit: main[12] } });
  });

  test('is taken from a machine like this one before a nearer one from another', async () => {
    const main = mainOf(3);
    keep(main[0]!);
    keep(main[1]!, { machine: XEON });
    expect(await search(main[2]!)).toMatchObject({ revision: { commit: main[0] }, incompatible: undefined });
    expect(await search(main[2]!, { machine: { ...EPYC, cpu: 'Graviton' } })).toMatchObject({
      revision: { commit: main[1] },
      incompatible: 'Base ran on Xeon 8370C, head on Graviton.',
    });
  });

  test.each<[string, Kept]>([
    ['came from a pull request', { event: 'pull_request' }],
    ['failed', { conclusion: 'failure' }],
    ['is of another branch', { headBranch: 'release' }],
    ['is of another workflow', { path: '.github/workflows/other.yml' }],
    ['measured something else', { key: 'cart-api' }],
    ['is of a merge queue of another branch', { event: 'merge_group', headBranch: 'gh-readonly-queue/release/pr-1-abc' }],
  ])('is none that %s', async (_, kept) => {
    const [tip] = mainOf(1) as [string];
    keep(tip, kept);
    expect(await search(tip)).toMatchObject({ kind: 'missing' });
  });

  test('is none of a fork, whose artifacts bear any name they like', async () => {
    const [tip] = mainOf(1) as [string];
    const fork = github.state.addRepository({ owner: 'mallory', name: 'shop', parent: repository });
    keep(tip, { headRepository: fork });
    expect(await search(tip)).toEqual({ kind: 'missing', reason: 'Main has no profile of checkout-api yet.', unkept: 'main' });
    expect(github.requests.filter(({ path }) => path.endsWith('/zip'))).toEqual([]);
  });

  test('may be what a merge queue measured before it became the branch', async () => {
    const [tip] = mainOf(1) as [string];
    keep(tip, { event: 'merge_group', headBranch: `gh-readonly-queue/main/pr-7-${tip}` });
    expect(await search(tip)).toMatchObject({ revision: { commit: tip }, stale: undefined });
  });

  test.each<[string, Record<string, string>]>([
    ['has a file that nobody put there', { 'run.sh': 'rm' }],
    ['has a profile that is none', { 'profiles/1.pb.gz': 'no profile' }],
    ['has more operations than runs', { 'operations.json': '[1,1,1,1]' }],
    ['has operations that are no numbers', { 'operations.json': '["1",null,null]' }],
    ['has a report that is none', { 'result.json': '{}' }],
    ['lacks a run in between', { 'profiles/9.pb.gz': 'x', 'operations.json': '[1,1,1,1]' }],
  ])('is passed over with a warning where it %s', async (_, files) => {
    const [old, tip] = mainOf(2) as [string, string];
    keep(old);
    keep(tip, { files });
    expect(await search(tip)).toMatchObject({ revision: { commit: old }, stale: expect.stringContaining('1 commit before') });
    expect(warnings).toEqual([expect.stringMatching(/^The baseline of run \d+ cannot be read/)]);
  });

  test('is the commit that the workflow names, or none', async () => {
    const [first, tip] = mainOf(2) as [string, string];
    keep(tip);
    expect(await search(tip, { choice: { kind: 'commit', sha: first } })).toMatchObject({ kind: 'missing' });
    keep(first, { machine: XEON });
    expect(await search(tip, { choice: { kind: 'commit', sha: first } })).toMatchObject({ revision: { commit: first } });
  });

  test('takes at most ten requests', async () => {
    const main = mainOf(30);
    for (const sha of main) keep(sha, { machine: XEON });
    await search(main[29]!, { isHeadCheckedOut: true });
    expect(github.requests.filter(({ path }) => path.startsWith('/repos/')).length).toBeLessThanOrEqual(10);
  });
});

/** How a baseline differs from a good one. */
interface Kept extends Partial<Pick<WorkflowRun, 'event' | 'conclusion' | 'headBranch' | 'path' | 'headRepository'>> {
  readonly machine?: Machine;
  readonly key?: string;
  readonly files?: Record<string, string>;
}
