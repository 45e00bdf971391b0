import { execFile, execFileSync } from 'node:child_process';
import { cpus } from 'node:os';

/** What pprof said: its text, or that it failed. Why it failed is its own wording and is not compared. */
export type Answer = { readonly text: string } | { readonly error: string };

export interface Pprof {
  /** `go1.26.8`. */
  readonly version: string;
  /** Minor number of the Go version: 26. */
  readonly minor: number;
  /** Runs `pprof -args…` in a folder. At most one process per core runs at once; the rest wait. */
  run(args: readonly string[], folder: string): Promise<Answer>;
}

/**
 * pprof looks for binaries in HOME and PPROF_BINARY_PATH, and prints times in the local zone. None of that may differ between
 * machines.
 */
export const ENVIRONMENT = { HOME: '/nonexistent', PPROF_BINARY_PATH: '/nonexistent', PPROF_TMPDIR: '/nonexistent', TZ: 'UTC' };

/** Names as in the profile, simplified as ever, but without those that a binary on this machine would add. */
const SYMBOLIZE = '-symbolize=remote';

/** `go tool pprof` of the Go on the PATH, or of the one that FLAMESTEP_GO names; `undefined` where there is none. */
export function findPprof(): Pprof | undefined {
  const go = process.env['FLAMESTEP_GO'] ?? 'go';
  let version: string;
  let binary: string;
  try {
    // Asked from the root folder, so that no go.mod asks for another toolchain.
    const ask = (...args: string[]) =>
      execFileSync(go, args, { cwd: '/', encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    version = ask('env', 'GOVERSION');
    binary = ask('tool', '-n', 'pprof');
  } catch {
    return undefined;
  }
  const waitForCore = limiter(cpus().length);
  const run = (args: readonly string[], cwd: string): Promise<Answer> =>
    new Promise((resolve) => {
      // Large outputs: the raw text of a large profile has tens of megabytes.
      execFile(binary, [SYMBOLIZE, ...args], { cwd, env: ENVIRONMENT, maxBuffer: 1 << 29 }, (error, stdout, stderr) => {
        resolve(error ? { error: stderr.trim() || error.message } : { text: stdout });
      });
    });
  return {
    version,
    minor: Number(/^go1\.(\d+)/.exec(version)?.[1] ?? 0),
    run: (args, folder) => waitForCore(() => run(args, folder)),
  };
}

function limiter(size: number): <T>(task: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (running >= size) await new Promise<void>((go) => waiting.push(go));
    running++;
    try {
      return await task();
    } finally {
      running--;
      waiting.shift()?.();
    }
  };
}
