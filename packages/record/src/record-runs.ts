import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addWorktree } from './git/add-worktree.ts';
import { findRepository } from './git/find-repository.ts';
import { resolveBase } from './git/resolve-base.ts';
import { makeOutputFolders } from './output-folders.ts';
import { treeEnvironment } from './process/tree-environment.ts';
import { RecordError, isRecordError } from './record-error.ts';
import { PROFILE_PLACE, recordRounds } from './record-rounds.ts';
import type { Recording, RecordOptions } from './recording.ts';

/**
 * Records profiles of two versions of a program on this machine: the base in a worktree of its own, the head in the working tree as
 * it is, one run of each in turn, in the order base, head, head, base, …. Profiles are checked as they come.
 *
 * However it ends, the repository is left as it was: the worktree is removed, and everything that was started has ended. Throws
 * `RecordError`; runs that were recorded until then stay in the output folder.
 */
export async function recordRuns(options: RecordOptions): Promise<Recording> {
  const { signal, command } = options;
  if (!command.some((word) => word.includes(PROFILE_PLACE))) {
    throw new RecordError(
      'no-place',
      `the command must say where the profile goes: put ${PROFILE_PLACE} there, as in -cpuprofile=${PROFILE_PLACE}`,
    );
  }
  try {
    const environment = treeEnvironment(options.environment);
    const git = { folder: options.folder, environment: { ...environment, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' }, signal };
    const head = await findRepository(git);
    const commit = await resolveBase(options.baseRef, git);
    const outputs = await makeOutputFolders(options.outputFolder);
    options.onProgress?.({ step: 'checkout', side: 'base', run: 0, runs: options.runs });
    const worktree = await addWorktree(commit, options.temporaryFolder ?? tmpdir(), { ...git, folder: head.tree });
    try {
      const place = (tree: string) => ({ folder: join(tree, head.prefix), environment, signal });
      const runs = await recordRounds(options, { base: place(worktree.tree), head: place(head.tree) }, outputs);
      return {
        base: { commit, isDirty: false, tree: worktree.tree, runs: runs.base },
        head: { commit: head.commit, isDirty: head.isDirty, tree: head.tree, runs: runs.head },
      };
    } finally {
      options.onProgress?.({ step: 'cleanup', run: 0, runs: options.runs });
      await worktree.remove();
    }
  } catch (error) {
    throw asRecordError(error);
  }
}

function asRecordError(error: unknown): unknown {
  if (isRecordError(error) || !(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'ENOSPC') return new RecordError('disk-full', 'the disk is full', { cause: error });
  return error;
}
