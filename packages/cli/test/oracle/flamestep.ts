import { readFileSync, statSync } from 'node:fs';
import { run } from '../../src/run.ts';
import type { Io } from '../../src/io.ts';
import type { Answer } from './pprof.ts';

/** Asks flamestep what pprof's `args` ask, on files in `folder`. */
export async function askFlamestep(args: readonly string[], folder: string): Promise<Answer> {
  const { exitCode, output, errors } = await runFlamestep(args, folder);
  return exitCode === 0 ? { text: output.toString() } : { error: errors.trim() };
}

/** Runs flamestep in this process with the command line that stands for pprof's `args`. */
export async function runFlamestep(
  args: readonly string[],
  folder: string,
): Promise<{ exitCode: number; output: Buffer; errors: string }> {
  const pieces: Uint8Array[] = [];
  let errors = '';
  const path = (file: string) => `${folder}/${file}`;
  const io: Io = {
    env: {},
    isTerminal: { stdin: false, stdout: false, stderr: false },
    readStdin: () => new Uint8Array(),
    readFile: (file) => readFileSync(path(file)),
    readHead: (file, length) => readFileSync(path(file)).subarray(0, length),
    kindOf: (file) => (statSync(path(file), { throwIfNoEntry: false })?.isFile() ? 'file' : undefined),
    listFolder: () => [],
    writeOut: (data) => {
      pieces.push(Buffer.from(data));
    },
    writeErr: (line) => {
      errors += line;
    },
    writeFile: () => {},
    writeTemporary: () => '',
    makeTemporaryFolder: () => '',
    fetch: () => Promise.reject(new Error('there is no network here')),
    recordRuns: () => Promise.reject(new Error('nothing is recorded here')),
    onInterrupt: () => () => {},
    openInBrowser: () => false,
    now: () => 0,
    columns: () => undefined,
    committedAt: async () => undefined,
    milliseconds: () => 0,
    timeZoneAt: () => ({ offset: 0, name: 'UTC' }),
  };
  const exitCode = await run(flamestepArguments(args), io);
  return { exitCode, output: Buffer.concat(pieces), errors };
}

/**
 * pprof's `-top -nodecount=5 x.pb` is flamestep's `top --nodecount=5 x.pb`: the report is a command, options have two dashes and
 * dashes between words, and the pattern of peek comes before the profiles.
 */
export function flamestepArguments(args: readonly string[]): string[] {
  const [report = '', ...rest] = args;
  const [, command = '', pattern] = /^-(\w+)(?:=([^]*))?$/.exec(report) ?? [];
  const options = rest.filter((arg) => arg.startsWith('-'));
  const files = rest.filter((arg) => !arg.startsWith('-'));
  return [
    command,
    ...options.map((option) => option.replace(/^-[^=]*/, (name) => `-${name.replaceAll('_', '-')}`)),
    '--',
    ...(pattern === undefined ? [] : [pattern]),
    ...files,
  ];
}
