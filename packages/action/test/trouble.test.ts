import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { StepRun } from './run-action.ts';
import { callsOf, skipped, useShop } from './github-for-tests.ts';
import { recorded, visible } from './shop.ts';

const AB = { head: 'head/*.pb.gz', base: 'base/*.pb.gz', name: 'metrics' };
const slower = { ...recorded('faster', 'base'), ...recorded('base', 'head') };
const WRITES = /^(POST|PATCH|DELETE) (?!\/graphql)/;
const said = ({ annotations }: StepRun) => annotations.map(({ level, message }) => `${level}: ${message}`);

describe.skipIf(skipped !== undefined)('what the user can mend', () => {
  const world = useShop();

  /** One annotation, a failed step, and nothing on GitHub but what was there. */
  async function expectRefused(inputs: Record<string, string>, options: Parameters<typeof world.shop.stepFor>[2] = {}) {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    const body = '<!-- flamestep:v1 key=metrics head=abcdef1 run=1.1 slower=0 faster=1 -->\nAs it was.';
    github.state.addComment({ repository: shop.repository, issue: pull.number, author: 'github-actions[bot]', body });
    const step = await shop.stepFor(pull, inputs, { files: slower, ...options });
    expect([step.code, step.summary, step.outputs]).toEqual([1, '', { status: 'error' }]);
    expect(step.annotations.map(({ level }) => level)).toEqual(['error']);
    expect(shop.comments()).toEqual([body]);
    expect(callsOf(github).filter((call) => WRITES.test(call))).toEqual([]);
    return step;
  }

  test.each([
    [
      'head/1.pb.gz',
      new TextEncoder().encode('%PDF-1.7 all about pprof'),
      /head\/1\.pb\.gz cannot be read: .*Give profiles of pprof or V8/,
    ],
    ['head/1.pb.gz', new Uint8Array(), /head\/1\.pb\.gz is empty\. Let the program end by itself/],
    ['base/3.pb.gz', recorded('base', 'x')['x/3.pb.gz']!.slice(0, 900), /base\/3\.pb\.gz cannot be read: .*Let the program end/],
    ['head/2.pb.gz', gzipSync(Buffer.alloc(100 * 1024 * 1024)), /head\/2\.pb\.gz cannot be read: .*Record for a shorter time/],
  ])('a profile %s of other bytes is named, with what to do', async (path, bytes, words) => {
    const step = await expectRefused(AB, { files: { ...slower, [path]: bytes } });
    expect(step.annotations[0]?.message).toMatch(words);
  });

  test.each<[Record<string, string>, string]>([
    [{ head: 'out/*.pb.gz' }, "The input 'head': no file matches out/*.pb.gz."],
    [{ base: 'out/1.pb.gz' }, "The input 'base': there is no file out/1.pb.gz."],
    [{ head: '' }, "Nothing to measure: give 'head'"],
    [{ base: 'head/*.pb.gz' }, "The inputs 'head' and 'base' both match head/1.pb.gz"],
    [{ base: './head/../head/3.pb.gz' }, "The inputs 'head' and 'base' both match head/3.pb.gz"],
    [{ run: 'go test -cpuprofile={profile}' }, "The input 'run' records both sides itself"],
    [{ head: '', base: '', run: 'go test' }, "The input 'run' must say where the profile goes"],
    [{ head: '', base: '', run: 'go "test {profile}' }, "The input 'run' has a quote that is not closed"],
    [{ head: '', base: '', run: 'x {profile}', runs: '0' }, "The input 'runs' takes a number from 1 to 100; it is '0'."],
    [{ threshold: '10' }, "The input 'threshold' takes a percentage, such as 10%; it is '10'."],
    [{ 'fail-on': 'always' }, "The input 'fail-on' is one of none, regression; it is 'always'."],
    [{ comment: 'true' }, "The input 'comment' is one of changes, always, never; it is 'true'."],
    [{ key: 'Über API' }, "The input 'key' takes at most 100 small letters"],
    [{ baseline: 'main' }, "The input 'baseline' is auto, none or a commit's hash"],
    [{ config: '../secrets.yaml' }, "The input 'config' takes a path in the repository"],
    [{ config: 'nowhere.yaml' }, 'There is no nowhere.yaml.'],
    [{ 'portal-url': 'http://portal.example' }, "The input 'portal-url' takes an https address"],
    [{ 'sample-types': 'alloc_space' }, 'The profiles cannot be compared: '],
  ])('the inputs %j are refused', async (inputs, words) => {
    const step = await expectRefused({ ...AB, ...inputs });
    expect(step.annotations[0]?.message).toContain(words);
  });

  test('a fault in .flamestep.yaml is remarked on at its line', async () => {
    const config = 'thresholds:\n  relative: 10%\nignore:\n  - function: keyHash\n    until: 2099-12-31\n';
    const step = await expectRefused(AB, { files: { ...slower, '.flamestep.yaml': config } });
    expect(step.annotations).toMatchObject([{ file: '.flamestep.yaml', line: '4', message: expect.stringContaining('reason') }]);
  });

  test.each(['pull_request_target', 'workflow_run'])('measuring on %s is refused before anything is read', async (event) => {
    const step = await expectRefused(AB, { environment: { GITHUB_EVENT_NAME: event } });
    expect(step.annotations[0]?.message).toContain(`flamestep does not measure on ${event}`);
  });
});

describe.skipIf(skipped !== undefined)('trouble with GitHub', () => {
  const world = useShop();

  /** The whole report is in the summary and the outputs, and the job passes. */
  function expectReported(step: StepRun): void {
    expect(step.code).toBe(0);
    expect(step.summary).toContain('**1 function got slower, 0 got faster.**');
    expect(step.summary).toContain('example.com/metrics.keyHash');
    expect(step.outputs).toMatchObject({ status: 'regressed', regressions: '1' });
    expect(step.written['report-path']).toContain('<!doctype html>');
  }

  test('that is down altogether takes the comment and the artifacts, not the report', async () => {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    github.faults.next({ kind: 'reset', times: 1000 });
    const step = await shop.stepFor(pull, AB, { files: slower });
    expectReported(step);
    expect(
      said(step).map((message) => message.replace(/ECONNRESET|other side closed|socket hang up|fetch failed/, 'cut')),
    ).toMatchInlineSnapshot(`
      [
        "warning: The report is no artifact of this run, so nothing links to its page: Failed to CreateArtifact: Unable to make request: cut. The job summary has all of it but the flame graph.",
        "warning: There is no comment, or an old one: GitHub did not answer as it should (cut). The summary of the job has the whole report.",
      ]
    `);
    expect(shop.comments()).toEqual([]);
    expect(github.requests.length).toBeLessThan(20);
  }, 60_000);

  test('that is down when a regression should fail the job says that it does not', async () => {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    github.faults.next({ kind: 'server-error', times: 1000, path: '/repos/' });
    const step = await shop.stepFor(pull, { ...AB, 'fail-on': 'regression' }, { files: slower });
    expectReported(step);
    expect(said(step)[0]).toContain('So no regression fails this job; run it again to have it judged.');
  }, 60_000);

  test('that asks for a pause gets it, and the comment is made', async () => {
    const { shop, github } = world;
    github.faults.next({ kind: 'secondary-rate-limit', method: 'POST', path: '/comments', retryAfterSeconds: 1 });
    const step = await shop.stepFor(shop.openPullRequest(), AB, { files: slower });
    expectReported(step);
    expect(said(step)).toEqual([]);
    expect(callsOf(github).filter((call) => call.startsWith('POST /issues'))).toEqual([
      'POST /issues/N/comments 403',
      'POST /issues/N/comments 201',
    ]);
    expect(shop.comments()).toHaveLength(1);
  });

  test('that asks for too long a pause is not waited for', async () => {
    const { shop, github } = world;
    github.faults.next({ kind: 'secondary-rate-limit', path: '/comments', retryAfterSeconds: 3600 });
    const step = await shop.stepFor(shop.openPullRequest(), AB, { files: slower });
    expectReported(step);
    expect(said(step)).toEqual([expect.stringMatching(/^warning: There is no comment, or an old one: GitHub limits/)]);
  });

  test('that has had enough requests is asked no more', async () => {
    const { shop, github } = world;
    github.faults.next({ kind: 'primary-rate-limit', path: '/comments', times: 10 });
    const step = await shop.stepFor(shop.openPullRequest(), AB, { files: slower });
    expectReported(step);
    expect(said(step)).toEqual([expect.stringMatching(/^warning: There is no comment, or an old one: GitHub limits/)]);
    expect(callsOf(github).filter((call) => call.includes('comments'))).toEqual(['GET /issues/N/comments 403']);
  });

  test.each(['reset', 'lost-answer', 'half-answer', 'server-error'] as const)(
    'that loses the connection (%s) while a comment is made leaves one comment',
    async (kind) => {
      const { shop, github } = world;
      const pull = shop.openPullRequest();
      github.faults.next({ kind, method: 'POST', path: '/comments' });
      const step = await shop.stepFor(pull, AB, { files: slower });
      expectReported(step);
      expect([said(step), shop.comments().length]).toEqual([[], 1]);
      expect(step.outputs['comment-id']).toBe(String(github.state.comments[0]!.id));
    },
  );

  test.each(['reset', 'lost-answer', 'half-answer'] as const)(
    'that loses the connection (%s) while comments are listed does not lead to a second one',
    async (kind) => {
      const { shop, github } = world;
      const pull = shop.openPullRequest();
      await shop.stepFor(pull, AB, { files: slower });
      github.faults.next({ kind, method: 'GET', path: '/comments' });
      const step = await shop.stepFor(pull, AB, { files: slower });
      expectReported(step);
      expect([said(step), shop.comments().length]).toEqual([[], 1]);
    },
  );

  test('a token that may not comment is told the permission by name', async () => {
    const { shop } = world;
    const step = await shop.stepFor(shop.openPullRequest(), AB, { files: slower, token: shop.reader });
    expectReported(step);
    expect(said(step)).toEqual([expect.stringContaining("give the job the permission 'pull-requests: write'")]);
    expect(shop.comments()).toEqual([]);
  });

  test('a token that GitHub does not know takes the comment', async () => {
    const { shop } = world;
    const step = await shop.stepFor(shop.openPullRequest(), { ...AB, 'github-token': 'ghs_unknown' }, { files: slower });
    expectReported(step);
    expect(said(step)).toEqual([expect.stringContaining('GitHub does not know the token; check github-token')]);
  });

  test('without a token there is a report and no comment', async () => {
    const { shop } = world;
    const step = await shop.stepFor(shop.openPullRequest(), { ...AB, 'github-token': '' }, { files: slower });
    expectReported(step);
    expect(said(step)).toEqual([expect.stringContaining('github-token')]);
    expect(shop.comments()).toEqual([]);
  });

  test('artifacts that cannot be stored take the link to the page, not the comment', async () => {
    const { shop, github } = world;
    github.faults.next({ kind: 'reset', path: '/twirp/', times: 100 });
    const step = await shop.stepFor(shop.openPullRequest(), AB, { files: slower });
    expectReported(step);
    expect(said(step)).toEqual([expect.stringContaining('The report is no artifact of this run')]);
    expect(visible(shop.comments()[0])).not.toContain('/artifacts/');
    expect(github.requests.length).toBeLessThan(20);
  }, 60_000);

  test('artifacts whose service stumbles are stored in the end', async () => {
    const { shop, github } = world;
    github.faults.next({ kind: 'server-error', path: '/CreateArtifact' });
    const step = await shop.stepFor(shop.openPullRequest(), AB, { files: slower });
    expectReported(step);
    expect([said(step), github.state.artifacts.length]).toEqual([[], 2]);
  }, 30_000);

  test('an artifact’s name that is taken is no reason to have no comment', async () => {
    const { shop, github } = world;
    const pull = shop.openPullRequest();
    const run = shop.runFor(pull);
    await shop.stepFor(pull, AB, { run, files: slower });
    const again = await shop.stepFor(pull, AB, { run, files: slower });
    expectReported(again);
    expect(said(again)).toEqual([expect.stringMatching(/already exists|The report is no artifact/)]);
    expect(github.state.artifacts).toHaveLength(2);
    expect(shop.comments()).toHaveLength(1);
  });
});
