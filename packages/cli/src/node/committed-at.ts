import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';

const LONGEST_MS = 10_000;

/** ISO 8601: when the last commit changed a file; undefined where git is not there or knows nothing of it. */
export function committedAt(path: string): Promise<string | undefined> {
  const words = ['-C', dirname(path), 'log', '-1', '--format=%cI', '--', basename(path)];
  return new Promise((resolve) => {
    execFile('git', words, { timeout: LONGEST_MS }, (error, out) => {
      const time = out.trim();
      resolve(error === null && time !== '' ? time : undefined);
    });
  });
}
