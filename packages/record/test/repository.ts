import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const made: string[] = [];

/** To be called after each test. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'flamestep-record-')));
  made.push(folder);
  return folder;
}

/** What every process here sees: nothing of the user's configuration of git. */
export const environment: Readonly<Record<string, string>> = {
  PATH: process.env['PATH'] ?? '',
  ...(process.env['SYSTEMROOT'] === undefined ? {} : { SYSTEMROOT: process.env['SYSTEMROOT'] }),
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: join(tmpdir(), 'flamestep-no-such-config'),
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, env: { ...environment }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

export function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A program that writes a profile (collapsed stacks are one) to its argument, and its own word into $LOG. */
export function program(word: string): string {
  return `
import { appendFileSync, writeFileSync } from 'node:fs';
writeFileSync(process.argv[2], 'main;${word} 3\\n');
if (process.env.LOG) appendFileSync(process.env.LOG, '${word}\\n');
`;
}

/** A repository with two commits, tagged `old` and `new`, in which `work.mjs` is {@link program} of that word. */
export function repository(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet', '--initial-branch=main');
  for (const word of ['old', 'new']) {
    write(folder, { 'work.mjs': program(word), 'sub/work.mjs': program(`sub-${word}`) });
    git(folder, 'add', '.');
    git(folder, 'commit', '--quiet', '-m', word);
    git(folder, 'tag', word);
  }
  return folder;
}

/** Everything about a repository that must not change. */
export function stateOf(folder: string): unknown {
  return {
    worktrees: git(folder, 'worktree', 'list', '--porcelain'),
    refs: git(folder, 'for-each-ref'),
    status: git(folder, 'status', '--porcelain=v2', '--branch'),
    files: readdirSync(join(folder, '.git'), { recursive: true, encoding: 'utf8' }).toSorted(),
  };
}
