import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const bin = fileURLToPath(new URL('../bin/flamestep.cjs', import.meta.url));
const isBuilt = existsSync(new URL('../dist/main.cjs', import.meta.url));

let folder = '';
let repository = '';
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'flamestep-ab-test-')));
  repository = join(folder, 'repository');
  execFileSync('git', ['init', '--quiet', '--initial-branch=main', repository], { env: environment() });
  for (const [tag, cost] of [
    ['before', 500],
    ['after', 900],
  ] as const) {
    writeFileSync(join(repository, 'work.mjs'), program(cost));
    git('add', '.');
    git('commit', '--quiet', '-m', tag);
    git('tag', tag);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function environment(): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    TMPDIR: folder,
    GIT_CONFIG_NOSYSTEM: '1',
    ...Object.fromEntries(
      ['AUTHOR', 'COMMITTER'].flatMap((who) => [
        [`GIT_${who}_NAME`, 'Ada'],
        [`GIT_${who}_EMAIL`, 'ada@example.com'],
      ]),
    ),
  };
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: repository, env: environment(), encoding: 'utf8' });
}

/** A benchmark that writes its profile as collapsed stacks, each run a little different, and prints its result as Go does. */
function program(cost: number): string {
  return `
import { writeFileSync } from 'node:fs';
const run = Number(/(\\d+)\\.pb\\.gz$/.exec(process.argv[2])?.[1] ?? 0);
if (process.argv[3] === 'wait') await new Promise((resolve) => setTimeout(resolve, 60_000));
const others = Array.from({ length: 20 }, (_, i) => \`main;other\${i} \${200 + (run * 5 + i) % 13}\\n\`);
writeFileSync(process.argv[2], \`main;parse \${${cost} + (run * 7) % 11}\\n\${others.join('')}\`);
console.log('BenchmarkWork-2   \\t     100\\t     12345 ns/op');
`;
}

/** Everything that must be as it was. */
function state(): unknown {
  return {
    worktrees: git('worktree', 'list'),
    status: git('status', '--porcelain', '--branch'),
    git: readdirSync(join(repository, '.git')),
    trees: readdirSync(folder).filter((name) => name.startsWith('flamestep-base-')),
  };
}

function flamestep(...args: string[]) {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: repository,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended };
}

describe.skipIf(!isBuilt)('the built command in a real repository (npm run build makes it)', () => {
  test('records and compares', async () => {
    const before = state();
    const profiles = join(folder, 'profiles');
    const args = ['--base-ref=before', '--runs=5', `--output-dir=${profiles}`, '--fail-on=regression'];
    const { code, out, err } = await flamestep('ab', ...args, '--', process.execPath, 'work.mjs', '{profile}').ended;
    expect(err).toBe(`flamestep: the profiles are in ${profiles}\n`);
    expect(out).toContain('parse');
    expect(code).toBe(1);
    expect(readFileSync(join(profiles, 'base', '5.txt'), 'utf8')).toContain('100\t     12345 ns/op');
    expect(state()).toEqual(before);
  });

  test.skipIf(process.platform === 'win32')('Ctrl-C leaves the repository as it was', async () => {
    const before = state();
    const { child, ended } = flamestep('ab', '--base-ref=before', '--', process.execPath, 'work.mjs', '{profile}', 'wait');
    while (!readdirSync(folder).some((name) => name.startsWith('flamestep-base-')))
      await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGINT');
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, out: '', err: 'flamestep: stopped; the repository is as it was\n' });
    expect(state()).toEqual(before);
  });

  test('an unknown base is told with what to do', async () => {
    const { code, err } = await flamestep('ab', '--base-ref=nope', '--', 'x', '{profile}').ended;
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining("there is no branch, tag or commit 'nope'") });
  });
});
