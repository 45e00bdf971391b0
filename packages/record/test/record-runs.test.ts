import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isRecordError, readOperations, recordRuns } from '../src/index.ts';
import type { RecordError, RecordOptions, RecordProgress } from '../src/index.ts';
import { environment, git, program, removeFolders, repository, stateOf, temporaryFolder, write } from './repository.ts';

const node = process.execPath;
let folder = '';
let outputFolder = '';
let trees = '';
beforeEach(() => {
  folder = repository();
  outputFolder = join(temporaryFolder(), 'runs');
  trees = temporaryFolder();
});

afterEach(removeFolders);

function record(options: Partial<RecordOptions> = {}) {
  const command = [node, 'work.mjs', '{profile}'];
  return recordRuns({
    folder,
    baseRef: 'old',
    command,
    runs: 1,
    outputFolder,
    temporaryFolder: trees,
    environment,
    now: () => 0,
    ...options,
  });
}

async function failure(options: Partial<RecordOptions>): Promise<RecordError> {
  const error = await record(options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isRecordError(error)) throw new Error(`expected a RecordError, not ${String(error)}`);
  return error;
}

describe('recording', () => {
  test('runs base and head in turn, the order reversed in every round', async () => {
    const log = join(temporaryFolder(), 'log');
    const recording = await record({ runs: 3, environment: { ...environment, LOG: log } });
    expect(readFileSync(log, 'utf8')).toBe('old\nnew\nnew\nold\nold\nnew\n');
    expect(recording).toMatchObject({
      base: { commit: git(folder, 'rev-parse', 'old').trim(), isDirty: false },
      head: { commit: git(folder, 'rev-parse', 'new').trim(), isDirty: false, tree: folder },
    });
    for (const [side, word] of [
      ['base', 'old'],
      ['head', 'new'],
    ] as const) {
      expect(recording[side].runs.map(({ profile }) => profile)).toEqual(
        [1, 2, 3].map((i) => join(outputFolder, side, `${i}.pb.gz`)),
      );
      for (const { profile } of recording[side].runs) expect(readFileSync(profile, 'utf8')).toBe(`main;${word} 3\n`);
    }
  });

  test('takes the working tree as it is for the head, and runs in the same folder of both', async () => {
    write(folder, { 'sub/work.mjs': program('unsaved') });
    const before = stateOf(folder);
    const { base, head } = await record({ folder: join(folder, 'sub') });
    expect(head.isDirty).toBe(true);
    expect(readFileSync(base.runs[0].profile, 'utf8')).toBe('main;sub-old 3\n');
    expect(readFileSync(head.runs[0].profile, 'utf8')).toBe('main;unsaved 3\n');
    expect(stateOf(folder)).toEqual(before);
  });

  test('runs the setup once in each tree, before all runs', async () => {
    const log = join(temporaryFolder(), 'log');
    const note =
      "require('node:fs').appendFileSync(process.env.LOG, 'setup ' + require('node:fs').readFileSync('work.mjs', 'utf8').match(/;(.*) 3/)[1] + '\\n')";
    await record({ setup: [[node, '-e', note]], environment: { ...environment, LOG: log } });
    expect(readFileSync(log, 'utf8')).toBe('setup old\nsetup new\nold\nnew\n');
  });

  test('keeps the output of benchmarks beside the profile', async () => {
    const script = join(temporaryFolder(), 'bench.mjs');
    write(dirname(script), { 'bench.mjs': `${program('bench')}console.log('BenchmarkA-2 \\t 250\\t 12 ns/op');` });
    const { head } = await record({ command: [node, script, '{profile}'] });
    expect(head.runs[0].benchOutput).toBe(join(outputFolder, 'head', '1.txt'));
    expect(await readOperations(head.runs[0].profile)).toBe(250);
    expect(await readOperations('no/such/profile.pb.gz')).toBeUndefined();
  });

  test('does not keep other output', async () => {
    const { head } = await record();
    expect(head.runs).toEqual([{ profile: join(outputFolder, 'head', '1.pb.gz') }]);
    expect(readdirSync(join(outputFolder, 'head'))).toEqual(['1.pb.gz']);
  });

  test('tells what comes and the time left', async () => {
    const seen: RecordProgress[] = [];
    let time = 0;
    await record({ runs: 2, onProgress: (progress) => seen.push(progress), now: () => (time += 500) });
    expect(seen.map(({ step, side, run, leftMs }) => [step, side, run, leftMs])).toEqual([
      ['checkout', 'base', 0, undefined],
      ['run', 'base', 1, undefined],
      ['run', 'head', 1, 1500],
      ['run', 'head', 2, 1000],
      ['run', 'base', 2, 500],
      ['cleanup', undefined, 0, undefined],
    ]);
  });

  test('works inside a hook, where git ties programs to one tree', async () => {
    const hook = {
      ...environment,
      GIT_DIR: join(folder, '.git'),
      GIT_WORK_TREE: folder,
      GIT_INDEX_FILE: join(folder, '.git/index'),
    };
    const show =
      "require('node:fs').writeFileSync(process.argv[1], 'main;' + Object.keys(process.env).filter((name) => name.startsWith('GIT_DIR')).length + ' 1\\n')";
    const { head } = await record({ environment: hook, command: [node, '-e', show, '{profile}'] });
    expect(readFileSync(head.runs[0].profile, 'utf8')).toBe('main;0 1\n');
  });

  test('runs no hooks of the repository', async () => {
    const trace = join(temporaryFolder(), 'hook-ran');
    write(folder, { '.git/hooks/post-checkout': `#!/bin/sh\ntouch '${trace}'\n` });
    chmodSync(join(folder, '.git/hooks/post-checkout'), 0o755);
    await record();
    expect(existsSync(trace)).toBe(false);
  });
});

describe('whatever happens, the repository is as before', () => {
  test.each([
    ['all is well', {}],
    ['the command fails', { command: [node, '-e', 'process.exit(3)', '{profile}'] }],
    ['the setup fails', { setup: [[node, '-e', 'process.exit(3)']] }],
    ['the base is unknown', { baseRef: 'nope' }],
    [
      'the command writes into the tree of the base',
      { command: [node, '-e', "require('fs').writeFileSync('junk', 'x')", '{profile}'] },
    ],
  ] satisfies [string, Partial<RecordOptions>][])('when %s', async (_, options) => {
    write(folder, { junk: 'x', 'new-file': 'y' });
    const before = stateOf(folder);
    await record(options).catch(() => {});
    expect(stateOf(folder)).toEqual(before);
    expect(readdirSync(trees)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('when it is stopped, and nothing that was started goes on', async () => {
    const pids = join(temporaryFolder(), 'pids');
    const idle = `require('node:fs').appendFileSync('${pids}', process.pid + '\\n'); process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`;
    const parent = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(idle)}]); setInterval(() => {}, 1000)`;
    const before = stateOf(folder);
    const controller = new AbortController();
    const stopped = failure({ command: [node, '-e', parent, '{profile}'], signal: controller.signal });
    while (!existsSync(pids)) await new Promise((resolve) => setTimeout(resolve, 20));
    controller.abort();
    expect(await stopped).toMatchObject({ code: 'aborted' });
    const [pid] = readFileSync(pids, 'utf8').split('\n').map(Number);
    expect(isRunning(pid)).toBe(false);
    expect(stateOf(folder)).toEqual(before);
    expect(readdirSync(trees)).toEqual([]);
  });

  test.skipIf(process.platform === 'win32').each(['SIGTERM', 'SIGKILL'] as const)(
    'when it is stopped while the base is checked out, by %s',
    async (signal) => {
      // A filter that takes its time makes the checkout as slow as that of a large repository.
      const started = join(temporaryFolder(), 'started');
      git(folder, 'config', 'filter.slow.smudge', `ps -o pgid= -p $$ > '${started}'; sleep 60; cat`);
      write(folder, { '.git/info/attributes': '*.mjs filter=slow\n' });
      const before = stateOf(folder);
      const controller = new AbortController();
      const stopped = failure({ signal: controller.signal });
      while (!existsSync(started) || readFileSync(started, 'utf8') === '')
        await new Promise((resolve) => setTimeout(resolve, 20));
      if (signal === 'SIGTERM') controller.abort();
      else process.kill(-Number(readFileSync(started, 'utf8')), signal);
      expect((await stopped).code).toBe(signal === 'SIGKILL' ? 'git-failed' : 'aborted');
      expect(stateOf(folder)).toEqual(before);
      expect(readdirSync(trees)).toEqual([]);
    },
  );

  test('when it is stopped before it begins', async () => {
    const before = stateOf(folder);
    expect(await failure({ signal: AbortSignal.abort() })).toMatchObject({ code: 'aborted' });
    expect(stateOf(folder)).toEqual(before);
  });
});

/** Whether a process is there and no zombie, which waits for nothing but its parent to look. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('errors say what to do', () => {
  const says = (text: string) => [node, '-e', text, '{profile}'];

  test.each([
    ['no-place', { command: [node, 'work.mjs', 'cpu.pb.gz'] }, 'put {profile} there, as in -cpuprofile={profile}'],
    ['unknown-ref', { baseRef: 'nope' }, "there is no branch, tag or commit 'nope'"],
    ['unknown-ref', { baseRef: '--all' }, "there is no branch, tag or commit '--all'"],
    ['unknown-ref', { baseRef: '' }, 'there is no branch'],
    ['unknown-ref', { baseRef: 'old:work.mjs' }, 'there is no branch'],
    [
      'command-failed',
      { command: says('console.error("no such benchmark"); process.exit(3)') },
      'run 1 of the base failed with exit code 3',
    ],
    [
      'command-failed',
      { command: ['no-such-program', '{profile}'] },
      'no-such-program is not there; commands are run without a shell',
    ],
    ['command-failed', { setup: [[node, '-e', 'process.exit(9)']] }, 'setup of the base'],
    ['no-profile', { command: says('') }, 'run 1 of the base ended well but wrote no profile to '],
    ['no-profile', { command: says('require("fs").writeFileSync(process.argv[1], "")') }, 'left an empty file'],
    ['no-profile', { command: says('require("fs").writeFileSync(process.argv[1], "hello")') }, 'cannot be read: not-a-profile'],
    [
      'empty-profile',
      { command: says('require("fs").writeFileSync(process.argv[1], Buffer.from("0a04080110023200320161320162", "hex"))') },
      'has no samples',
    ],
    ['disk-full', { command: says('console.error("write: no space left on device"); process.exit(1)') }, 'the disk is full'],
  ] satisfies [string, Partial<RecordOptions>, string][])('%s: %j', async (code, options, message) => {
    const error = await failure(options);
    expect(error.message).toContain(message);
    expect(error.code).toBe(code);
  });

  test('what a failing command printed last', async () => {
    const command = says(
      'for (let i = 0; i < 100; i++) console.log("line " + i); console.error("\\u001b[31mFAIL"); process.exitCode = 1',
    );
    const { output } = await failure({ command });
    expect(output).toHaveLength(20);
    expect(output).toContain(' [31mFAIL');
    expect(output).toContain('line 99');
  });

  test('no repository, or one without a commit', async () => {
    const empty = temporaryFolder();
    expect(await failure({ folder: empty })).toMatchObject({
      code: 'no-repository',
      message: `${empty} is in no working tree of git; go to one`,
    });
    git(empty, 'init', '--quiet');
    expect((await failure({ folder: empty })).message).toContain('has no commit yet');
    expect(await failure({ folder: join(empty, 'nope') })).toMatchObject({ code: 'no-repository' });
  });

  test('a clone with a part of the history', async () => {
    const clone = join(temporaryFolder(), 'clone');
    git(folder, 'clone', '--quiet', '--depth=1', `file://${folder}`, clone);
    const error = await failure({ folder: clone });
    expect(error.code).toBe('shallow-clone');
    expect(error.message).toContain('git fetch --unshallow');
  });

  test('a folder that the base does not have', async () => {
    write(folder, { 'later/work.mjs': program('later') });
    expect((await failure({ folder: join(folder, 'later') })).message).toContain('start from one that both have');
  });

  test('a folder that holds runs already, which are left alone', async () => {
    await record();
    expect(await failure({})).toMatchObject({ code: 'output-exists' });
    expect(readFileSync(join(outputFolder, 'base', '1.pb.gz'), 'utf8')).toBe('main;old 3\n');
  });

  test('a command that leaves something running does not keep the recording waiting', async () => {
    const leave = `require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }).unref(); require('fs').writeFileSync(process.argv[1], 'main 1\\n'); process.exit()`;
    expect((await record({ command: says(leave) })).head.runs).toHaveLength(1);
  });
});
