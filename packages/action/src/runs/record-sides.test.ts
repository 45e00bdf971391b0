import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isActionError } from '../action-error.ts';
import { type Job, readJob } from '../event/job.ts';
import { commandEnvironment } from './command-environment.ts';
import { recordSides } from './record-sides.ts';

/** Writes collapsed stacks that name its version, and what it sees of the job. */
const program = (version: string) => `
import { writeFileSync } from 'node:fs';
if (process.argv[3]) { console.log('::error::' + process.argv[3] + ' ##[error]'); process.exit(1); }
writeFileSync(process.argv[2], ['main;${version}', ...Object.keys(process.env)].map((name) => name.replaceAll(' ', '') + ' 1').join('\\n') + '\\n');
`;

let folder = '';
let job: Job;
const git = (...words: string[]) =>
  execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.com', ...words], {
    cwd: job.workspace,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim();
let baseSha = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamestep-action-'));
  const workspace = join(folder, 'work');
  mkdirSync(workspace);
  const env = {
    PATH: process.env['PATH'],
    SYSTEMROOT: process.env['SYSTEMROOT'],
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: join(folder, 'temp'),
    GITHUB_OUTPUT: join(folder, 'output'),
    'INPUT_GITHUB-TOKEN': 'secret',
  };
  mkdirSync(env.RUNNER_TEMP);
  job = readJob(env, new Date());
  git('init', '--quiet');
  for (const version of ['old', 'new']) {
    writeFileSync(join(workspace, 'work.mjs'), program(version));
    git('add', '.');
    git('commit', '--quiet', '-m', version);
  }
  baseSha = git('rev-parse', 'HEAD~1');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = (...words: string[]) =>
  ({ kind: 'command', command: [process.execPath, 'work.mjs', '{profile}', ...words], runs: 2, setup: [] }) as const;

test('both sides are recorded in turn, each as its commit has it', async () => {
  const lines: string[] = [];
  const { base, head } = await recordSides(command(), baseSha, job, (line) => lines.push(line));
  const names = [...base, ...head].map(({ source, profile }) => [
    source,
    profile.functions.name.find((name) => /old|new/.test(name)),
  ]);
  expect(names).toEqual([
    ['base/1.pb.gz', 'old'],
    ['base/2.pb.gz', 'old'],
    ['head/1.pb.gz', 'new'],
    ['head/2.pb.gz', 'new'],
  ]);
  expect(lines.map((line) => line.replace(/, [\d.]+ \w+ left$/, ''))).toEqual([
    'checking out the base',
    'run 1 of 2, base',
    'run 1 of 2, head',
    'run 2 of 2, head',
    'run 2 of 2, base',
    'cleaning up',
  ]);
});

test('the command sees neither the inputs nor the files of the step', async () => {
  const { head } = await recordSides(command(), baseSha, job, () => {});
  const seen = head.flatMap(({ profile }) => profile.functions.name);
  expect(seen).toContain('GITHUB_WORKSPACE');
  expect(seen.filter((name) => /^INPUT_|GITHUB_OUTPUT/.test(name))).toEqual([]);
});

test('tokens of the job stay with the action', () => {
  const kept = { HOME: '/home/ada', GITHUB_SHA: '1a2b', ACTIONS_STEP_DEBUG: 'true', INPUTS: 'x' };
  const dropped = { ACTIONS_RUNTIME_TOKEN: 's', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 's', GITHUB_ENV: '/x', INPUT_RUN: 'go' };
  expect(commandEnvironment({ ...kept, ...dropped })).toEqual(kept);
});

test('a command that fails is an error of its own, and what it printed is told', async () => {
  const lines: string[] = [];
  const failed = recordSides(command('broken'), baseSha, job, (line) => lines.push(line));
  await expect(failed).rejects.toSatisfy((error) => isActionError(error) && error.code === 'recording');
  expect(lines.at(-1)).toBe('| ::error::broken ##[error]');
});

test('a base that was not fetched is told with what to do', async () => {
  const failed = recordSides(command(), 'f'.repeat(40), job, () => {});
  await expect(failed).rejects.toThrow('Give actions/checkout fetch-depth: 0.');
});
