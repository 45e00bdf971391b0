import { readFileSync } from 'node:fs';
import { decode, encode } from '@flamestep/pprof';
import { describe, expect, test } from 'vitest';
import { callsOf, skipped, useShop } from './github-for-tests.ts';
import { recorded, visible } from './shop.ts';

const AB = { head: 'head/*.pb.gz', base: 'base/*.pb.gz', name: 'metrics' };
const slower = { ...recorded('faster', 'base'), ...recorded('base', 'head') };
const faster = { ...recorded('base', 'base'), ...recorded('faster', 'head') };
/** Allocations are counted, not sampled in time: here no change can be told from one that is too small to see. */
const allocations = (base: string, head: string) => {
  const runs = (file: string, side: string) =>
    [1, 2].map((run) => [
      `${side}/${run}.pb.gz`,
      readFileSync(new URL(`../../../fixtures/template-allocs/${file}.pb.gz`, import.meta.url)),
    ]);
  return Object.fromEntries([...runs(base, 'base'), ...runs(head, 'head')]);
};
const same = allocations('base', 'base');

describe.skipIf(skipped !== undefined)('a pull request measured on both sides', () => {
  const world = useShop();

  test('that makes something slower gets a comment, a summary, outputs and a link to the line', async () => {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    const step = await shop.stepFor(pull, AB, { files: slower });
    expect(step.code).toBe(0);
    expect(
      visible(shop.comments()[0]).replaceAll(pull.head.sha, 'HEAD').replaceAll(pull.head.sha.slice(0, 7), 'HEAD'),
    ).toMatchInlineSnapshot(`
      "### Profile diff: metrics

      > [!WARNING]
      > **1 function got slower, 0 got faster.** 0 unchanged, 10 too noisy to judge.

      base <code>main</code> and head <code>HEAD</code>: CPU time at 100 Hz, 5+5 runs on the same machine, 1,234 + 1,291 samples, per operation.

      | Function, own cost | Base | Head | Change (95 % interval) | Verdict |
      |:--|--:|--:|--:|:--|
      | [<code>example.com/metrics.keyHash</code>](https://github.com/acme/shop/blob/HEAD/metrics/hash.go#L6) | 800 µs<br>6.5 % | 2.04 ms<br>16.5 % | **+10.0 points**<br>(+5.4 to +14.9) | slower |

      <sub>Updated for <code>HEAD</code> · [full report with flame graph](https://github.com/acme/shop/actions/runs/1008/artifacts/1011) · [job summary](https://github.com/acme/shop/actions/runs/1008/attempts/1) · [how to acknowledge](https://github.com/flamestep/flamestep/blob/main/packages/action/configuration.md) · flamestep</sub>
      "
    `);
    expect(step.summary).toContain('**1 function got slower, 0 got faster.**');
    expect(step.outputs).toMatchObject({
      status: 'regressed',
      regressions: '1',
      improvements: '0',
      'comment-id': String(github.state.comments[0]!.id),
    });
    expect(step.written['report-path']).toContain('<!doctype html>');
    expect(JSON.parse(step.written['result-path']!)).toMatchObject({ schemaVersion: 1, subject: { key: 'metrics' } });
    expect(github.state.artifacts.map(({ name }) => name)).toEqual([
      'flamestep-result-metrics-177a7ea3-a1',
      'flamestep-metrics-177a7ea3-a1.html',
    ]);
    expect(step.annotations).toEqual([]);
    expect(callsOf(github)).toMatchInlineSnapshot(`
      [
        "GET /pulls/N/files 200",
        "POST artifacts: CreateArtifact 200",
        "POST artifacts: FinalizeArtifact 200",
        "POST artifacts: CreateArtifact 200",
        "POST artifacts: FinalizeArtifact 200",
        "GET /git/trees/SHA 200",
        "GET /issues/N/comments 200",
        "POST /issues/N/comments 201",
        "GET /issues/N/comments 200",
        "POST /graphql 200",
      ]
    `);
  });

  test('that makes something slower fails only where it is asked to', async () => {
    const { shop } = world;
    const step = await shop.stepFor(shop.openPullRequest(), { ...AB, 'fail-on': 'regression' }, { files: slower });
    expect(step.code).toBe(1);
    expect(step.annotations.map(({ level, message }) => `${level}: ${message}`)).toMatchInlineSnapshot(`
      [
        "error: metrics: example.com/metrics.keyHash got slower. The job summary says where and by how much; fail-on: none would let it pass.",
      ]
    `);
    expect(shop.comments()).toHaveLength(1);
  });

  test('that makes something faster says so, and fails nothing', async () => {
    const { shop } = world;
    const step = await shop.stepFor(shop.openPullRequest(), { ...AB, 'fail-on': 'regression' }, { files: faster });
    expect(step.code).toBe(0);
    expect(step.outputs).toMatchObject({ status: 'improved', improvements: '1' });
    expect(visible(shop.comments()[0])).toContain('**0 functions got slower, 1 got faster.**');
  });

  test('that makes something slower and something faster says both', async () => {
    const { shop } = world;
    const head = Object.fromEntries(
      Object.entries(recorded('base', 'head')).map(([path, bytes]) => [
        path,
        path.endsWith('.pb.gz') ? halved(bytes, 'checksum') : bytes,
      ]),
    );
    const step = await shop.stepFor(shop.openPullRequest(), AB, { files: { ...recorded('faster', 'base'), ...head } });
    expect(step.outputs).toMatchObject({ status: 'regressed', regressions: '1', improvements: '1' });
    expect(visible(shop.comments()[0])).toContain('**1 function got slower, 1 got faster.**');
  });

  test('that changes nothing gets no comment, unless there is one or it is asked for', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest();
    const step = await shop.stepFor(pull, AB, { files: same });
    expect(shop.comments()).toEqual([]);
    expect(step.summary).toContain('**No change found.**');
    expect(step.outputs).toMatchObject({ status: 'ok', regressions: '0', 'comment-id': '' });
    await shop.stepFor(pull, { ...AB, comment: 'always' }, { files: same });
    expect(shop.comments()).toHaveLength(1);
  });

  test('that is mended has its comment edited', async () => {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    await shop.stepFor(pull, AB, { files: allocations('base', 'alloc') });
    const first = pull.head.sha.slice(0, 7);
    shop.pushTo(pull);
    await shop.stepFor(pull, AB, { files: same });
    expect(github.state.comments).toHaveLength(1);
    const [comment] = shop.comments();
    expect(visible(comment)).toContain('**No longer slower.**');
    expect(comment).toContain(`<b>Last 2 results</b>`);
    expect(comment).toContain(`- <code>${first}</code> 1 slower`);
  });

  test('that is run again brings the same comment up to date, under artifact names of its own', async () => {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    const run = shop.runFor(pull);
    await shop.stepFor(pull, AB, { run, files: slower });
    run.attempt = 2;
    const again = await shop.stepFor(pull, AB, { run, files: slower });
    expect([again.code, again.annotations, shop.comments().length]).toEqual([0, [], 1]);
    expect(shop.comments()[0]).toContain(`run=${run.id}.2`);
    expect(github.state.artifacts.map(({ name }) => /-(a\d)/.exec(name)?.[1])).toEqual(['a1', 'a1', 'a2', 'a2']);
  });

  test('whose older run ends last leaves the comment of the newer one', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest();
    const older = shop.runFor(pull);
    await shop.stepFor(pull, AB, { files: same, run: shop.runFor(pull) });
    await shop.stepFor(pull, { ...AB, comment: 'always' }, { files: same, run: shop.runFor(pull) });
    const [before] = shop.comments();
    const late = await shop.stepFor(pull, AB, { files: slower, run: older });
    expect(shop.comments()).toEqual([before]);
    expect(late.log).toContain('A later run has already brought the comment up to date.');
  });

  test('by two jobs of different keys gets a comment of each', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest();
    await Promise.all([
      shop.stepFor(pull, AB, { files: slower }),
      shop.stepFor(pull, { ...AB, name: 'Other service' }, { files: slower }),
    ]);
    expect(
      shop
        .comments()
        .map((comment) => /key=(\S+)/.exec(comment)?.[1])
        .sort(),
    ).toEqual(['metrics', 'other-service']);
  });

  test('does not take a planted comment for its own', async () => {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    const body = '<!-- flamestep:v1 key=metrics head=abcdef1 run=999999.1 slower=0 faster=9 -->\n### Profile diff: metrics';
    github.state.addComment({ repository: shop.repository, issue: pull.number, author: 'mallory', body });
    const step = await shop.stepFor(pull, AB, { files: slower });
    expect([step.code, step.annotations]).toEqual([0, []]);
    expect(shop.comments()).toHaveLength(2);
    expect(shop.comments()[0]).toBe(body);
  });

  test('finds its comment behind a hundred others', async () => {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    for (let i = 0; i < 130; i++)
      github.state.addComment({ repository: shop.repository, issue: pull.number, author: 'bob', body: `${i}` });
    await shop.stepFor(pull, AB, { files: slower });
    await shop.stepFor(pull, AB, { files: slower });
    expect(shop.comments().filter((comment) => comment.includes('flamestep'))).toHaveLength(1);
  });

  test('has its slowdown remarked on where the pull request changes the line', async () => {
    const { shop } = world;
    const hash = (rounds: number) =>
      readFileSync(new URL('../../../fixtures/programs/changes/base/hash.go', import.meta.url), 'utf8').replace(
        'hash := ',
        `rounds := ${rounds}; hash := `,
      );
    shop.commitToMain({ 'metrics/hash.go': hash(1) });
    const pull = shop.openPullRequest({ files: { 'metrics/hash.go': hash(2) } });
    const step = await shop.stepFor(pull, AB, { files: slower });
    expect(step.annotations).toMatchInlineSnapshot(`
      [
        {
          "file": "metrics/hash.go",
          "level": "warning",
          "line": "7",
          "message": "example.com/metrics.keyHash slower: own CPU time 800 µs → 2.04 ms, +10.0 points (+5.4 to +14.9)",
          "title": "Profile diff: metrics",
        },
      ]
    `);
    expect(visible(shop.comments()[0])).toContain('which this change touches');
  });

  test('has nothing remarked on lines that it does not change', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest({ files: { 'metrics/hash.go': 'package metrics // new\n' } });
    const step = await shop.stepFor(pull, AB, { files: slower });
    expect(step.annotations).toEqual([]);
    expect(step.log).not.toContain('which this change touches');
  });

  test('on an enterprise server has everything but artifacts, with links to that server', async () => {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    const environment = { GITHUB_SERVER_URL: 'https://github.acme.example' };
    const step = await shop.stepFor(pull, AB, { files: slower, environment });
    expect(step.code).toBe(0);
    expect(step.annotations.map(({ level, message }) => `${level}: ${message}`)).toEqual([
      expect.stringContaining(
        'warning: The report is no artifact of this run, so nothing links to its page: GitHub Enterprise Server has no service',
      ),
    ]);
    const [comment] = shop.comments();
    expect(comment).toContain('**1 function got slower, 0 got faster.**');
    expect(comment).toContain(`](https://github.acme.example/acme/shop/blob/${pull.head.sha}/metrics/hash.go`);
    expect(comment).not.toContain('full report with flame graph');
    expect(github.state.artifacts).toEqual([]);
  });

  test('obeys .flamestep.yaml of the base branch, not its own', async () => {
    const { shop } = world;
    const own = 'ignore:\n  - function: "*"\n    reason: I say so\n    until: 2099-12-31\n';
    shop.commitToMain({ '.flamestep.yaml': 'thresholds:\n  relative: 500%\n  share: 50%\n' });
    const pull = shop.openPullRequest({ files: { '.flamestep.yaml': own } });
    const gated = await shop.stepFor(pull, { ...AB, 'fail-on': 'regression' }, { files: { ...slower, '.flamestep.yaml': own } });
    expect([gated.code, gated.annotations]).toEqual([0, []]);
    expect(gated.summary).toContain('500 %');
    expect(gated.summary).not.toContain('I say so');
  });
});

/** A profile in which everything that stands in a function itself costs half. */
function halved(bytes: Uint8Array, name: string): Uint8Array {
  const profile = decode(bytes);
  const { samples, stacks, locations, functions } = profile;
  const values = samples.values.map((column) => column.slice());
  for (let i = 0; i < samples.length; i++) {
    const leaf = stacks.locations[stacks.start[samples.stack[i]!]!]!;
    const own = functions.name[locations.lineFunction[locations.lineStart[leaf]!]!]!;
    if (own.endsWith(`.${name}`)) for (const column of values) column[i] = Math.floor(column[i]! / 2);
  }
  return encode({ ...profile, samples: { ...samples, values } });
}
