import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Artifact, WorkflowRun } from '../../../fixtures/fake-github/state/records.ts';
import { callsOf, skipped, useShop } from './github-for-tests.ts';
import { recorded, visible } from './shop.ts';

const HEAD = { head: 'head/*.pb.gz', name: 'metrics' };
const GATED = { ...HEAD, 'fail-on': 'regression' };
const quick = recorded('faster', 'head');
const slow = recorded('base', 'head');
const BASELINE = 'flamestep-baseline-metrics-177a7ea3';
const allocations = (file: 'alloc' | 'base') =>
  Object.fromEntries(
    [1, 2].map((run) => [
      `head/${run}.pb.gz`,
      readFileSync(new URL(`../../../fixtures/template-allocs/${file}.pb.gz`, import.meta.url)),
    ]),
  );

describe.skipIf(skipped !== undefined)('a pull request compared with what main kept', () => {
  const world = useShop();

  /** Main's run at its tip, which keeps a baseline. */
  async function measureMain(files = quick): Promise<WorkflowRun> {
    const { shop, github } = world;
    const run = github.state.addRun({ repository: shop.repository, headSha: shop.tip()!, headBranch: 'main' });
    const step = await shop.stepOnMain(HEAD, { run, files });
    expect([step.code, step.annotations]).toEqual([0, []]);
    return run;
  }

  const kept = (): Artifact => world.github.state.artifacts.find(({ name }) => name === BASELINE)!;

  /** Has the baseline say something else, as a whole artifact with a digest that fits. */
  function forge(change: (files: Record<string, Uint8Array>) => Record<string, Uint8Array>): void {
    const artifact = kept();
    artifact.content = zipSync(change(unzipSync(artifact.content)));
    world.github.state.finishArtifact(artifact);
  }

  /** Has it come from another processor. */
  function forgeMachine(): void {
    forge((files) => {
      const report = JSON.parse(new TextDecoder().decode(files['result.json']));
      report.environment.head.cpu = 'EPYC 9V74';
      return { ...files, 'result.json': new TextEncoder().encode(JSON.stringify(report)) };
    });
  }

  test('has none the first time: no comment, and the summary says how to get one', async () => {
    const { shop, github } = world;
    const step = await shop.stepFor(shop.openPullRequest(), GATED, { files: slow });
    expect([step.code, step.annotations, shop.comments()]).toEqual([0, [], []]);
    expect(step.outputs).toMatchObject({ status: 'no-baseline', 'baseline-sha': '', 'baseline-distance': '' });
    expect(step.summary).toContain('**Not compared: no baseline.** Main has no profile of metrics yet.');
    expect(step.summary).toContain('  push:\n    branches: [main]\n');
    expect(github.state.artifacts.map(({ name }) => name)).not.toContain(BASELINE);
    expect(callsOf(github)).toMatchInlineSnapshot(`
      [
        "GET /contents/.flamestep.yaml 404",
        "GET /commits/SHA 200",
        "GET /actions/artifacts 200",
        "GET /pulls/N/files 200",
        "POST artifacts: CreateArtifact 200",
        "POST artifacts: FinalizeArtifact 200",
        "POST artifacts: CreateArtifact 200",
        "POST artifacts: FinalizeArtifact 200",
        "GET /issues/N/comments 200",
      ]
    `);
  });

  test('is compared with it', async () => {
    const { shop, github } = world;
    const base = shop.commitToMain().sha;
    const run = await measureMain();
    expect(kept().run).toBe(run);
    const before = callsOf(github).length;
    const step = await shop.stepFor(shop.openPullRequest(), GATED, { files: slow });
    expect(step.code).toBe(1);
    expect(step.annotations).toMatchObject([
      { level: 'error', message: expect.stringContaining('example.com/metrics.keyHash got slower') },
    ]);
    expect(step.outputs).toMatchObject({ status: 'regressed', 'baseline-sha': base, 'baseline-distance': '1' });
    expect(visible(shop.comments()[0])).toContain('**1 function got slower, 0 got faster.**');
    expect(visible(shop.comments()[0])).toContain(`base <code>${base.slice(0, 7)}</code> (main, 1 commit before)`);
    expect(step.summary).toContain('**1 function got slower, 0 got faster.**');
    expect(callsOf(github).slice(before)).toMatchInlineSnapshot(`
      [
        "GET /contents/.flamestep.yaml 404",
        "GET /commits/SHA 200",
        "GET /actions/artifacts 200",
        "GET /commits 200",
        "GET /actions/runs/N 200",
        "GET /actions/artifacts/N/zip 302",
        "GET /pulls/N/files 200",
        "POST artifacts: CreateArtifact 200",
        "POST artifacts: FinalizeArtifact 200",
        "POST artifacts: CreateArtifact 200",
        "POST artifacts: FinalizeArtifact 200",
        "GET /git/trees/SHA 200",
        "GET /git/trees/SHA 200",
        "GET /issues/N/comments 200",
        "POST /issues/N/comments 201",
        "GET /issues/N/comments 200",
        "POST /graphql 200",
      ]
    `);
  });

  test('with an older commit of it says how far back that is, and does not fail for it', async () => {
    const { shop } = world;
    const old = shop.commitToMain({}, '2026-02-01T00:00:00Z').sha;
    await measureMain();
    for (const day of [2, 3]) shop.commitToMain({}, `2026-02-0${day}T00:00:00Z`);
    const step = await shop.stepFor(shop.openPullRequest(), GATED, { files: slow });
    expect([step.code, step.annotations]).toEqual([0, []]);
    expect(step.outputs).toMatchObject({ 'baseline-sha': old, 'baseline-distance': '3' });
    expect(visible(shop.comments()[0])).toContain('it is 2 commits before the one to compare with, which has none.');
  });

  test('on another processor is not compared in time, and does not fail', async () => {
    const { shop } = world;
    shop.commitToMain();
    await measureMain();
    forgeMachine();
    const step = await shop.stepFor(shop.openPullRequest(), GATED, { files: slow });
    expect([step.code, step.annotations]).toEqual([0, []]);
    expect(step.outputs).toMatchObject({ status: 'unstable', regressions: '0' });
    expect(visible(shop.comments()[0])).toContain('**Not compared: different machines.** Base ran on EPYC 9V74, head on');
  });

  test('on another processor is still compared by what it allocates', async () => {
    const { shop } = world;
    shop.commitToMain();
    await measureMain(allocations('base'));
    forgeMachine();
    const step = await shop.stepFor(shop.openPullRequest(), GATED, { files: allocations('alloc') });
    expect([step.code, step.annotations]).toEqual([0, []]);
    expect(visible(shop.comments()[0])).toContain('**Not compared: different machines.**');
    expect(visible(shop.comments()[0])).toContain('does not depend on the machine: 1 function allocates more');
  });

  test.each<[string, (files: Record<string, Uint8Array>) => Record<string, Uint8Array>]>([
    ['a file that climbs out of it', (files) => ({ ...files, '../../bin/sh': new Uint8Array(4) })],
    ['a result that is none', (files) => ({ ...files, 'result.json': new TextEncoder().encode('{"schemaVersion":1}') })],
    ['a profile that is none', (files) => ({ ...files, 'profiles/1.pb.gz': new Uint8Array([1, 2, 3]) })],
    [
      'no profiles',
      ({ 'result.json': result }) => ({ 'result.json': result!, 'operations.json': new TextEncoder().encode('[]') }),
    ],
  ])('passes over one with %s', async (_, change) => {
    const { shop } = world;
    shop.commitToMain();
    await measureMain();
    forge(change);
    const step = await shop.stepFor(shop.openPullRequest(), GATED, { files: slow });
    expect(step.code).toBe(0);
    expect(step.outputs).toMatchObject({ status: 'no-baseline' });
    expect(step.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('and is passed over: ') }]);
    expect(shop.comments()).toEqual([]);
  });

  test('passes over one that is broken, cut short or not what was uploaded', async () => {
    const { shop, github } = world;
    shop.commitToMain();
    await measureMain();
    const artifact = kept();
    const whole = artifact.content;
    artifact.content = whole.subarray(0, whole.length / 2);
    const half = await shop.stepFor(shop.openPullRequest(), HEAD, { files: slow });
    expect(half.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('its digest differs') }]);
    github.state.finishArtifact(artifact);
    const broken = await shop.stepFor(shop.openPullRequest(), HEAD, { files: slow });
    expect(broken.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('is passed over') }]);
    for (const step of [half, broken]) expect(step.outputs).toMatchObject({ status: 'no-baseline' });
  });

  test('passes over one that is too large, without fetching it', async () => {
    const { shop, github } = world;
    shop.commitToMain();
    await measureMain();
    const artifact = kept();
    artifact.content = new Uint8Array(33 * 1024 * 1024);
    const step = await shop.stepFor(shop.openPullRequest(), HEAD, { files: slow });
    expect(step.annotations).toMatchObject([{ level: 'warning', message: expect.stringContaining('at most 33554432 are read') }]);
    expect(callsOf(github).filter((call) => call.includes('/zip'))).toEqual([]);
  });

  test('takes the one before where one is gone between being listed and being fetched', async () => {
    const { shop, github } = world;
    const old = shop.commitToMain({}, '2026-02-01T00:00:00Z').sha;
    await measureMain();
    shop.commitToMain({}, '2026-02-02T00:00:00Z');
    const newer = await measureMain();
    github.state.runs.splice(github.state.runs.indexOf(newer), 1);
    const step = await shop.stepFor(shop.openPullRequest(), HEAD, { files: slow });
    expect(step.outputs).toMatchObject({ 'baseline-sha': old });
    expect(step.annotations.map(({ message }) => message)).toEqual([
      `The baseline of run ${newer.id} cannot be read, and is passed over: it is gone.`,
    ]);
  });

  test('never takes what a fork, a failed run, another workflow or a pull request’s run calls a baseline', async () => {
    const { shop, github } = world;
    const headSha = shop.commitToMain().sha;
    const { content } = await measureMain().then(kept);
    github.state.artifacts.length = 0;
    const { repository } = shop;
    const fork = github.state.addRepository({ owner: 'bob', name: 'shop', parent: repository });
    const base = { repository, headSha, headBranch: 'main' };
    for (const run of [
      github.state.addRun({ ...base, headRepository: fork }),
      github.state.addRun({ ...base, conclusion: 'failure' }),
      github.state.addRun({ ...base, path: '.github/workflows/other.yml' }),
      github.state.addRun({ ...base, event: 'pull_request' }),
      github.state.addRun({ ...base, headBranch: 'feature' }),
    ])
      github.state.addArtifact({ run, name: BASELINE, content });
    const step = await shop.stepFor(shop.openPullRequest(), GATED, { files: slow });
    expect([step.code, step.outputs['status'], shop.comments()]).toEqual([0, 'no-baseline', []]);
    expect(callsOf(github).filter((call) => call.includes('/zip'))).toEqual([]);
  });

  test('is compared with the commit that the workflow names', async () => {
    const { shop } = world;
    const named = shop.commitToMain({}, '2026-01-01T00:00:00Z').sha;
    await measureMain();
    shop.commitToMain({}, '2026-02-01T00:00:00Z');
    await measureMain(slow);
    const step = await shop.stepFor(shop.openPullRequest(), { ...GATED, baseline: named.slice(0, 12) }, { files: slow });
    expect(step.code).toBe(1);
    expect(step.outputs).toMatchObject({ 'baseline-sha': named, status: 'regressed' });
    const none = await shop.stepFor(shop.openPullRequest(), { ...GATED, baseline: 'none' }, { files: slow });
    expect([none.code, none.outputs['status']]).toEqual([0, 'no-baseline']);
    expect(none.summary).not.toContain('How to get a baseline');
  });

  test('finds what a merge queue kept, which is itself compared with what it is put on', async () => {
    const { shop, github } = world;
    const base = shop.commitToMain().sha;
    await measureMain();
    const merged = shop.commitToMain().sha;
    const run = github.state.addRun({
      repository: shop.repository,
      headSha: merged,
      headBranch: `gh-readonly-queue/main/pr-7-${base}`,
      event: 'merge_group',
    });
    const payload = { merge_group: { base_sha: base, base_ref: 'refs/heads/main', head_sha: merged } };
    const queued = await shop.stepOnMain(GATED, { run, payload, files: slow });
    expect(queued.code).toBe(1);
    expect(queued.outputs).toMatchObject({ status: 'regressed', 'baseline-sha': base });
    expect(shop.comments()).toEqual([]);
    const step = await shop.stepFor(shop.openPullRequest(), HEAD, { files: slow });
    expect(step.outputs).toMatchObject({ 'baseline-sha': merged });
  });

  test('finds that of the last attempt of a run', async () => {
    const { shop, github } = world;
    shop.commitToMain();
    const run = await measureMain(slow);
    run.attempt = 2;
    const again = await shop.stepOnMain(HEAD, { run, files: quick });
    expect([again.code, again.annotations]).toEqual([0, []]);
    expect(github.state.artifacts.filter(({ name }) => name === BASELINE)).toHaveLength(1);
    const step = await shop.stepFor(shop.openPullRequest(), HEAD, { files: slow });
    expect(step.outputs).toMatchObject({ status: 'regressed' });
  });
});
