import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from '../../../../fixtures/cache-folder.ts';

/** A program, or why it cannot be had. */
export type FoundLinter = { readonly path: string } | { readonly path: undefined; readonly reason: string };

const VERSIONS = { actionlint: 'v1.7.12', zizmor: '1.32.0' } as const;

const INSTALLERS = { actionlint: installActionlint, zizmor: installZizmor };

/** A linter of workflows at the version that the tests know. The first call on a machine installs it into a cache outside the tree. */
export function findLinter(name: keyof typeof VERSIONS): FoundLinter {
  const kept = join(cacheFolder(), `${name}-${VERSIONS[name]}${process.platform === 'win32' ? '.exe' : ''}`);
  try {
    if (!existsSync(kept)) {
      mkdirSync(cacheFolder(), { recursive: true });
      const folder = mkdtempSync(join(cacheFolder(), 'install-'));
      try {
        renameSync(INSTALLERS[name](folder), kept);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    return { path: kept };
  } catch (error) {
    const cause = error instanceof Error ? error.message.split('\n')[0] : String(error);
    return { path: undefined, reason: `${name} ${VERSIONS[name]} cannot be had: ${cause}` };
  }
}

function installActionlint(folder: string): string {
  run('go', ['install', `github.com/rhysd/actionlint/cmd/actionlint@${VERSIONS.actionlint}`], { GOBIN: folder });
  return programIn(folder, 'actionlint');
}

/** A wheel of zizmor holds nothing but the program, so it needs no environment of Python. */
function installZizmor(folder: string): string {
  run('python3', ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', folder, `zizmor==${VERSIONS.zizmor}`]);
  return programIn(join(folder, 'bin'), 'zizmor');
}

function programIn(folder: string, name: string): string {
  const file = readdirSync(folder).find((one) => one === name || one === `${name}.exe`);
  if (file === undefined) throw new Error(`what was installed holds no ${name}`);
  return join(folder, file);
}

function run(program: string, words: readonly string[], environment: Readonly<Record<string, string>> = {}): void {
  execFileSync(program, words, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 100_000,
  });
}
