import { closeSync, mkdtempSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isatty } from 'node:tty';
import { foldersOf } from '@flamestep/record';
import type { Io } from '../io.ts';
import { timeZoneAt } from './time-zone.ts';
import { readFully, writeFully } from './whole-streams.ts';

const STDIN = 0;
const STDOUT = 1;
const STDERR = 2;

/** The real world, as Node gives it. */
export function nodeIo(): Io {
  return {
    ...foldersOf(''),
    env: process.env,
    isTerminal: { stdin: isatty(STDIN), stdout: isatty(STDOUT), stderr: isatty(STDERR) },
    readStdin: () => readFully(STDIN),
    readFile: (path) => readFileSync(path),
    readHead,
    writeOut: (data) => writeFully(STDOUT, data),
    writeErr: (text) => {
      try {
        writeFully(STDERR, text);
      } catch {
        // Nobody listens, and there is nobody else to tell.
      }
    },
    writeFile: (path, pieces) => {
      const descriptor = openSync(path, 'w');
      try {
        for (const piece of pieces) writeFully(descriptor, piece);
      } finally {
        closeSync(descriptor);
      }
    },
    writeTemporary: (name, text) => {
      const path = join(mkdtempSync(join(tmpdir(), 'flamestep-')), name);
      writeFileSync(path, text, { mode: 0o600 });
      return path;
    },
    makeTemporaryFolder: (name) => mkdtempSync(join(tmpdir(), `flamestep-${name}-`)),
    fetch: (...request) => fetch(...request),
    recordRuns: async (options) =>
      (await import('./record-runs.ts')).recordRuns({
        ...options,
        folder: process.cwd(),
        environment: process.env,
        now: () => performance.now(),
      }),
    onInterrupt,
    // Only view needs it, and starting programs takes a long time to load.
    openInBrowser: async (path) => (await import('./open-in-browser.ts')).openInBrowser(path),
    now: () => Date.now(),
    columns: () => (isatty(STDOUT) ? process.stdout.columns : undefined),
    committedAt: async (path) => (await import('./committed-at.ts')).committedAt(path),
    milliseconds: () => performance.now(),
    timeZoneAt: (seconds) => timeZoneAt(seconds, { tz: process.env['TZ'], readFile: readFileSync, offsetAt }),
  };
}

/** A closed terminal and a request to end count as well as Ctrl-C. */
function onInterrupt(listener: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.removeListener(signal, listener);
  };
}

function readHead(path: string, length: number): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(length);
    return bytes.subarray(0, readSync(descriptor, bytes));
  } finally {
    closeSync(descriptor);
  }
}

function offsetAt(seconds: number): number {
  return 0 - new Date(seconds * 1000).getTimezoneOffset() * 60;
}
