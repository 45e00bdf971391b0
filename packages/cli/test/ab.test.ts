import type { Recording, RecordOptions } from '@flamestep/record';
import { RecordError } from '@flamestep/record';
import { expect, test } from 'vitest';
import { flamestep } from './fake-io.ts';
import type { World } from './fake-io.ts';

type Asked = Omit<RecordOptions, 'folder' | 'environment' | 'now'>;

/** A world in which ten recorded runs of a side cost so much in `parse`, beside twenty functions that do not change. */
function recorded(costs: { base: number; head: number }, asked: Asked[] = []): World {
  const files: Record<string, string> = {};
  const side = (name: 'base' | 'head', commit: string) => ({
    commit,
    isDirty: name === 'head',
    tree: `/${name}`,
    runs: Array.from({ length: 10 }, (_, i) => {
      const profile = `temporary/ab/${name}/${i + 1}.pb.gz`;
      const others = Array.from({ length: 20 }, (_, j) => `main;other${j} ${200 + ((i * 7 + j) % 5)}\n`);
      files[profile] = `main;parse ${costs[name] + (i % 3)}\n${others.join('')}`;
      return { profile };
    }),
  });
  const recording: Recording = { base: side('base', 'a'.repeat(40)), head: side('head', 'b'.repeat(40)) };
  const recordRuns: World['recordRuns'] = async (options) => {
    asked.push(options);
    options.onProgress?.({ step: 'run', side: 'head', run: 3, runs: 10, leftMs: 200_000 });
    return recording;
  };
  return { files, recordRuns };
}

const line = [
  'ab',
  '--base-ref=main',
  '--setup',
  'make "the thing"',
  '--setup=npm ci',
  '--',
  'go',
  'test',
  '-cpuprofile={profile}',
  '.',
];

test('records as it is told and prints the comparison', async () => {
  const asked: Asked[] = [];
  const { code, out, err } = await flamestep(line, recorded({ base: 1000, head: 2000 }, asked));
  expect(asked).toMatchObject([
    {
      baseRef: 'main',
      command: ['go', 'test', '-cpuprofile={profile}', '.'],
      runs: 10,
      setup: [
        ['make', 'the thing'],
        ['npm', 'ci'],
      ],
      outputFolder: 'temporary/ab',
    },
  ]);
  expect(out).toContain('parse');
  expect(err).toBe('flamestep: the profiles are in temporary/ab\n');
  expect(code).toBe(0);
});

test('the report says what was compared, and how to do it again', async () => {
  const { out } = await flamestep([...line.slice(0, 1), '--format=json', ...line.slice(1)], recorded({ base: 1000, head: 2000 }));
  expect(JSON.parse(out)).toMatchObject({
    subject: {
      name: 'go test .',
      base: { commit: 'a'.repeat(40), label: 'main' },
      head: { commit: 'b'.repeat(40), label: 'working tree with changes' },
    },
  });
  expect(out).toContain(`flamestep ab --base-ref=main --runs=10 '--setup=make`);
});

test('--fail-on=regression ends with 1 where a function got slower, and only there', async () => {
  const failing = ['ab', '--fail-on=regression', ...line.slice(1)];
  expect((await flamestep(failing, recorded({ base: 1000, head: 2000 }))).code).toBe(1);
  expect((await flamestep(failing, recorded({ base: 1000, head: 1000 }))).code).toBe(0);
  expect((await flamestep(line, recorded({ base: 1000, head: 2000 }))).code).toBe(0);
});

test('a terminal is told what goes on and how long it takes', async () => {
  const { err } = await flamestep(line, { ...recorded({ base: 1, head: 1 }), terminal: true });
  expect(err).toContain('flamestep: run 3 of 10, head, 3 min left …');
});

test.each([
  ['ab -- x {profile}', 'ab needs --base-ref, the branch, tag or commit to compare with'],
  ['ab --base-ref=main', 'the command is missing; write it behind --: `flamestep ab --base-ref=main -- COMMAND`'],
  ['ab --base-ref=main --runs=0 -- x {profile}', '--runs must be between 1 and 1000, not 0'],
  ['ab --base-ref=main --setup="x -- x {profile}', "--setup takes a command, not '\"x': a quote is not closed"],
  ['ab --base-ref=main --head=x -- x {profile}', 'ab has no option --head'],
  ['top --base-ref=main x', 'top has no option --base-ref'],
])('%s fails: %s', async (words, message) => {
  const { code, err } = await flamestep(words);
  expect(err).toContain(message);
  expect(code).toBe(2);
});

test('a command that fails shows what it printed last', async () => {
  const error = new RecordError('command-failed', 'run 1 of the base failed with exit code 1', {
    output: ['--- FAIL: TestX', 'FAIL'],
  });
  const { code, err } = await flamestep(line, { recordRuns: () => Promise.reject(error) });
  expect(err).toBe('  --- FAIL: TestX\n  FAIL\nflamestep: run 1 of the base failed with exit code 1\n');
  expect(code).toBe(2);
});

test('Ctrl-C stops it quietly, with the exit code of an interrupted program', async () => {
  const recordRuns: World['recordRuns'] = ({ signal }) =>
    signal?.aborted ? Promise.reject(new RecordError('aborted', 'stopped')) : Promise.reject(new Error('it went on'));
  const { code, err } = await flamestep(line, { recordRuns, interrupts: true });
  expect(err).toBe('flamestep: stopped; the repository is as it was\n');
  expect(code).toBe(130);
});
