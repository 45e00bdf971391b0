import { spawn } from 'node:child_process';
import { endProcesses } from './end-processes.ts';
import { LastLines } from './last-lines.ts';

/** How long a program that is to end may take to do so by itself. */
const GRACE_MS = 3000;
/** Of standard output this much is kept. */
const MAX_OUTPUT = 16 * 2 ** 20;

export interface ProcessOptions {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal | undefined;
}

export interface Ended {
  /** Exit code; `undefined` where a signal ended it, or it could not be started. */
  readonly code: number | undefined;
  /** Such as `SIGSEGV`, where a signal ended it. */
  readonly signal: string | undefined;
  /** Why it could not be started. */
  readonly startError: NodeJS.ErrnoException | undefined;
  readonly output: string;
  /** The end of what it printed, standard output and error together. */
  readonly lastLines: readonly string[];
}

/**
 * Runs a program to its end, without a shell, in a process group of its own: Ctrl-C in the terminal does not reach it, an aborted
 * signal ends it and all that it started, and what it leaves running when it ends is ended too. Never rejects.
 */
export function runProcess(
  [program, ...args]: readonly string[],
  { folder, environment, signal }: ProcessOptions,
): Promise<Ended> {
  if (signal?.aborted) {
    return Promise.resolve({ code: undefined, signal: 'SIGTERM', startError: undefined, output: '', lastLines: [] });
  }
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: folder,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    const lastLines = new LastLines();
    let output = '';
    let startError: NodeJS.ErrnoException | undefined;
    let killTimer: NodeJS.Timeout | undefined;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (output.length < MAX_OUTPUT) output += text;
      lastLines.add(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => lastLines.add(text));
    const end = () => {
      endProcesses(child, 'SIGTERM');
      killTimer = setTimeout(() => endProcesses(child, 'SIGKILL'), GRACE_MS);
    };
    signal?.addEventListener('abort', end, { once: true });
    child.on('error', (error) => {
      startError = error;
    });
    // What is left would disturb the next run, and keeps the pipes open. Windows forgets whose children they were.
    if (process.platform !== 'win32') child.on('exit', () => endProcesses(child, 'SIGKILL'));
    child.on('close', (code, killedBy) => {
      clearTimeout(killTimer);
      signal?.removeEventListener('abort', end);
      resolve({
        code: startError ? undefined : (code ?? undefined),
        signal: killedBy ?? undefined,
        startError,
        output,
        lastLines: lastLines.lines(),
      });
    });
  });
}
