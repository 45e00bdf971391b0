import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { skipped, useShop } from './github-for-tests.ts';

/** Writes a CPU profile of a second in which `hash` takes what the commit has it take, and says what it was given. */
const BENCH = (hash: number) =>
  `
import { writeFileSync } from 'node:fs';
if (process.env.INPUT_GITHUB-TOKEN || process.env.ACTIONS_RUNTIME_TOKEN) throw new Error('a token came along');
const frame = (functionName, line) => ({ functionName, scriptId: '1', url: 'file:///app/bench.mjs', lineNumber: line, columnNumber: 0 });
const nodes = [
  { id: 1, callFrame: frame('(root)', -1), children: [2, 3] },
  { id: 2, callFrame: frame('hash', 3) },
  { id: 3, callFrame: frame('encode', 9) },
];
const samples = Array.from({ length: 1000 }, (_, i) => (i % 100 < ${hash} ? 2 : 3));
const timeDeltas = samples.map(() => 1000);
writeFileSync(process.argv[2], JSON.stringify({ nodes, startTime: 0, endTime: 1e6, samples, timeDeltas }));
console.log('measured');
`.replace('process.env.INPUT_GITHUB-TOKEN', "process.env['INPUT_GITHUB-TOKEN']");

const RUN = { run: `"${process.execPath}" bench.mjs {profile}`, runs: '5', name: 'bench', head: '', base: '' };

describe.skipIf(skipped !== undefined)('a command that the action runs', () => {
  const world = useShop();
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'flamestep-clone-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function git(...words: string[]): string {
    const who = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
    return execFileSync('git', [...who, ...words], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  }

  function commit(bench: string): string {
    writeFileSync(join(folder, 'bench.mjs'), bench);
    git('add', '.');
    git('commit', '-q', '-m', 'a change');
    return git('rev-parse', 'HEAD');
  }

  /** The clone, as files of a step's workspace. */
  function clone(): Record<string, Uint8Array> {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path));
    return Object.fromEntries(
      paths.filter((path) => statSync(path).isFile()).map((path) => [relative(folder, path), readFileSync(path)]),
    );
  }

  /** Two commits in a clone, of which GitHub knows the first as the base of a pull request. */
  function openPullRequest() {
    const { shop, github } = world;
    git('init', '-q', '-b', 'main');
    const base = commit(BENCH(20));
    const head = commit(BENCH(40));
    const pull = shop.openPullRequest();
    const merge = github.state.commits.get(pull.mergeCommit!)!;
    github.state.commits.set(base, { ...merge, sha: base, parents: [] });
    github.state.commits.set(merge.sha, { ...merge, parents: [base, pull.head.sha] });
    return { pull, base, head };
  }

  test('is run at the base of the pull request and at its head in turn, and compared', async () => {
    const { shop } = world;
    const { pull, base } = openPullRequest();
    const step = await shop.stepFor(pull, RUN, { files: clone() });
    expect([step.code, step.annotations]).toEqual([0, []]);
    expect(step.outputs).toMatchObject({ status: 'regressed', regressions: '1', 'baseline-sha': base });
    const [comment = ''] = shop.comments();
    expect(comment).toContain(`base <code>${base.slice(0, 7)}</code>`);
    expect(comment).toContain('<code>hash</code>');
    expect(comment).toContain(`flamestep ab --base-ref=${base} --runs=5 -- `);
    expect(step.log.indexOf('base')).toBeGreaterThan(-1);
  }, 60_000);

  test('cannot be run at a base that was not fetched, and says how to fetch it', async () => {
    const { shop } = world;
    const { pull } = openPullRequest();
    const shallow = mkdtempSync(join(tmpdir(), 'flamestep-clone-'));
    execFileSync('git', ['clone', '-q', '--depth=1', `file://${folder}`, shallow], { stdio: 'ignore' });
    rmSync(folder, { recursive: true });
    folder = shallow;
    const step = await shop.stepFor(pull, RUN, { files: clone() });
    expect([step.code, step.outputs, shop.comments()]).toEqual([1, { status: 'error' }, []]);
    expect(step.annotations).toMatchObject([
      { level: 'error', message: expect.stringMatching(/^Recording failed: .*fetch-depth: 0\.$/) },
    ]);
  }, 60_000);

  test('that fails has its last lines in the log, and posts nothing', async () => {
    const { shop } = world;
    const { pull } = openPullRequest();
    writeFileSync(join(folder, 'bench.mjs'), "console.error('::error::no such table'); process.exit(3);\n");
    const step = await shop.stepFor(pull, RUN, { files: clone() });
    expect([step.code, step.outputs, shop.comments()]).toEqual([1, { status: 'error' }, []]);
    expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('Recording failed: ') }]);
    expect(step.log).toContain('| ::error::no such table');
  }, 60_000);

  test('without a clone is told to check one out', async () => {
    const { shop } = world;
    const { pull } = openPullRequest();
    const step = await shop.stepFor(pull, RUN);
    expect(step.code).toBe(1);
    expect(step.annotations[0]?.message).toMatch(/Check the repository out with actions\/checkout before this step\.$/);
  });
});
