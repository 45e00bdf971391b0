import { describe, expect, test } from 'vitest';
import { skipped, useShop } from './github-for-tests.ts';
import { recorded, visible } from './shop.ts';

const AB = { head: 'head/*.pb.gz', base: 'base/*.pb.gz', name: 'metrics' };
const slower = { ...recorded('faster', 'base'), ...recorded('base', 'head') };
const faster = { ...recorded('base', 'base'), ...recorded('faster', 'head') };
const MERGE = { name: 'metrics', expected: 'linux-amd64\nlinux-arm64' };

describe.skipIf(skipped !== undefined)('a matrix', () => {
  const world = useShop();

  test('gets one comment of all its legs, whose own jobs make none', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest();
    const run = shop.runFor(pull);
    const legs = [
      await shop.stepFor(pull, { ...AB, leg: 'linux-amd64' }, { run, files: slower }),
      await shop.stepFor(pull, { ...AB, leg: 'linux-arm64' }, { run, files: faster }),
    ];
    expect(legs.map(({ code }) => code)).toEqual([0, 0]);
    expect(shop.comments()).toEqual([]);
    const merged = await shop.stepFor(pull, MERGE, { run, entry: 'merge' });
    expect([merged.code, merged.annotations]).toEqual([0, []]);
    expect(shop.comments()).toHaveLength(1);
    const said = visible(shop.comments()[0]).replaceAll(pull.head.sha, 'HEAD').replaceAll(pull.head.sha.slice(0, 7), 'HEAD');
    expect(said.slice(0, said.indexOf('####'))).toMatchInlineSnapshot(`
      "### Profile diff: metrics

      > [!WARNING]
      > linux-amd64: **1 function got slower, 0 got faster.** 0 unchanged, 10 too noisy to judge.
      >
      > linux-arm64: **0 functions got slower, 1 got faster.** 0 unchanged, 10 too noisy to judge.

      "
    `);
    expect(merged.outputs).toMatchObject({ status: 'regressed', regressions: '1', improvements: '1' });
    expect(merged.summary).toContain('linux-arm64');
  });

  test('with a leg that did not finish names it', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest();
    const run = shop.runFor(pull);
    await shop.stepFor(pull, { ...AB, leg: 'linux-amd64' }, { run, files: slower });
    const merged = await shop.stepFor(pull, MERGE, { run, entry: 'merge' });
    const said = visible(shop.comments()[0]).replaceAll(pull.head.sha, 'HEAD').replaceAll(pull.head.sha.slice(0, 7), 'HEAD');
    expect(said.slice(0, said.indexOf('####'))).toMatchInlineSnapshot(`
      "### Profile diff: metrics

      > [!WARNING]
      > linux-amd64: **1 function got slower, 0 got faster.** 0 unchanged, 10 too noisy to judge.
      >
      > **linux-arm64 is not known:** its job did not finish.
      >
      > Verdicts are for 1 of 2.

      "
    `);
    expect(merged.outputs).toMatchObject({ status: 'regressed' });
  });

  test('of which no leg finished is not known, and that is said', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest();
    const merged = await shop.stepFor(pull, MERGE, { entry: 'merge' });
    expect(merged.code).toBe(0);
    expect(visible(shop.comments()[0])).toContain('**linux-amd64 is not known:** its job did not finish.');
    expect(merged.outputs).toMatchObject({ status: 'unstable', regressions: '0' });
  });

  test('takes the newest attempt of each leg', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest();
    const run = shop.runFor(pull);
    await shop.stepFor(pull, { ...AB, leg: 'linux-amd64' }, { run, files: slower });
    await shop.stepFor(pull, { ...AB, leg: 'linux-arm64' }, { run, files: slower });
    run.attempt = 2;
    await shop.stepFor(pull, { ...AB, leg: 'linux-arm64' }, { run, files: faster });
    const merged = await shop.stepFor(pull, MERGE, { run, entry: 'merge' });
    expect(merged.outputs).toMatchObject({ regressions: '1', improvements: '1' });
  });

  test('fails where a leg got slower and the workflow asks for it', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest();
    const run = shop.runFor(pull);
    await shop.stepFor(pull, { ...AB, leg: 'linux-amd64' }, { run, files: slower });
    const merged = await shop.stepFor(pull, { ...MERGE, 'fail-on': 'regression' }, { run, entry: 'merge' });
    expect(merged.code).toBe(1);
    expect(merged.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('keyHash got slower') }]);
    expect(shop.comments()).toHaveLength(1);
  });

  test('of a fork gets its comment from the second stage, missing legs named', async () => {
    const { shop } = world;
    const pull = shop.openPullRequest({ fork: true });
    const run = shop.runFor(pull);
    await shop.stepFor(pull, { ...AB, leg: 'linux-amd64' }, { run, files: slower });
    const merged = await shop.stepFor(pull, MERGE, { run, entry: 'merge' });
    expect(merged.annotations.map(({ level }) => level)).toEqual(['notice']);
    expect(shop.comments()).toEqual([]);
    await shop.secondStage(run);
    expect(shop.comments()).toHaveLength(1);
    const said = visible(shop.comments()[0]);
    expect(said).toContain('linux-amd64: **1 function got slower');
    expect(said).toContain('**linux-arm64 is not known:** its job did not finish.');
    expect(said).toContain('Reported by the pull request’s own run, from a fork.');
  });

  test('has to be told which legs to expect', async () => {
    const { shop } = world;
    const merged = await shop.stepFor(shop.openPullRequest(), { name: 'metrics' }, { entry: 'merge' });
    expect(merged.code).toBe(1);
    expect(merged.annotations).toMatchObject([
      { level: 'error', message: expect.stringContaining("The input 'expected' is empty") },
    ]);
  });
});
