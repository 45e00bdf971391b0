import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProcessOptions } from '../process/run-process.ts';
import { runGit, tryGit } from './run-git.ts';

export interface Worktree {
  readonly tree: string;
  /** Removes it from the disk and from the repository's list. Works after an abort too. */
  remove(): Promise<void>;
}

/**
 * Checks a commit out into a worktree of its own in a folder for temporary files. Neither branches nor the tree that is there
 * change, and no hooks run. Leaves nothing behind when it fails.
 */
export async function addWorktree(commit: string, temporaryFolder: string, options: ProcessOptions): Promise<Worktree> {
  const folder = await mkdtemp(join(await realpath(temporaryFolder), 'flamestep-base-'));
  const tree = join(folder, 'tree');
  const noHooks = join(folder, 'no-hooks');
  const remove = async () => {
    const calm: ProcessOptions = { folder: options.folder, environment: options.environment };
    await tryGit(['worktree', 'remove', '--force', tree], calm).catch(() => {});
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    // Left locked where git was stopped at checking out, and then not pruned.
    await tryGit(['worktree', 'unlock', tree], calm).catch(() => {});
    await tryGit(['worktree', 'prune'], calm).catch(() => {});
  };
  try {
    await mkdir(noHooks);
    await runGit(['-c', `core.hooksPath=${noHooks}`, 'worktree', 'add', '--quiet', '--detach', tree, commit], options);
    return { tree, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
