import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';

/** What one run of a command took. */
export interface Run {
  readonly milliseconds: number;
  /** Peak resident memory. */
  readonly megabytes: number;
}

const GNU_TIME = '/usr/bin/time';

/** Runs a command to its end, output to nowhere. Throws where it fails. */
export function measureCommand(command: readonly string[], env: NodeJS.ProcessEnv = process.env): Run {
  const start = performance.now();
  const result = spawnSync(GNU_TIME, ['-f', '%M', ...command], { stdio: ['ignore', 'ignore', 'pipe'], env, encoding: 'utf8' });
  const milliseconds = performance.now() - start;
  if (result.error) throw new Error(`cannot start ${GNU_TIME}; install GNU time (Debian: apt-get install time)`);
  if (result.status !== 0) throw new Error(`${command.join(' ')} failed:\n${result.stderr}`);
  return { milliseconds, megabytes: Number(result.stderr.trim().split('\n').at(-1)) / 1024 };
}
