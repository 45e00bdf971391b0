import { resolve } from 'node:path';
import type { ProcessOptions } from '../process/run-process.ts';
import { RecordError } from '../record-error.ts';
import { runGit, tryGit } from './run-git.ts';

export interface Repository {
  /** Top folder of the working tree. */
  readonly tree: string;
  /** The folder that was asked for, from there: `''`, or `cmd/server/`. */
  readonly prefix: string;
  /** The commit that is checked out. */
  readonly commit: string;
  readonly isDirty: boolean;
}

/** The repository around a folder. Throws `RecordError` `no-repository`. */
export async function findRepository(options: ProcessOptions): Promise<Repository> {
  const top = await tryGit(['rev-parse', '--show-toplevel', '--show-prefix'], options);
  if (top.code !== 0) {
    const reason = top.lastLines.join(' ');
    // Such as a repository of another user, which git refuses with instructions.
    const words = /not a git repository|must be run in a work tree/i.test(reason) ? '' : `: ${reason}`;
    throw new RecordError('no-repository', `${options.folder} is in no working tree of git${words}; go to one`);
  }
  const [tree = '', prefix = ''] = top.output.split(/\r?\n/);
  const commit = await tryGit(['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], options);
  if (commit.code !== 0) throw new RecordError('no-repository', `${tree} has no commit yet, so there is nothing to compare with`);
  const status = await runGit(['--no-optional-locks', 'status', '--porcelain', '--untracked-files=normal'], options);
  return { tree: resolve(tree), prefix, commit: commit.output.trim(), isDirty: status !== '' };
}
