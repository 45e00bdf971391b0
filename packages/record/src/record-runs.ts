import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchOutputPath } from './bench/bench-output-path.ts';
import { parseBenchOutput } from './bench/parse-bench-output.ts';
import { checkProfile } from './check-profile.ts';
import { addWorktree } from './git/add-worktree.ts';
import { findRepository } from './git/find-repository.ts';
import { resolveBase } from './git/resolve-base.ts';
import { makeOutputFolders } from './output-folders.ts';
import { treeEnvironment } from './process/tree-environment.ts';
import { RecordError, isRecordError } from './record-error.ts';
import type { RecordedRun, Recording, RecordOptions, Side } from './recording.ts';
import { runOrder } from './run-order.ts';
import { runOrThrow } from './run-or-throw.ts';
import { timeLeft } from './time-left.ts';

const PLACE = '{profile}';

/**
 * Records profiles of two versions of a program on this machine: the base in a worktree of its own, the head in the working tree as
 * it is, one run of each in turn, in the order base, head, head, base, …. Profiles are checked as they come.
 *
 * However it ends, the repository is left as it was: the worktree is removed, and everything that was started has ended. Throws
 * `RecordError`; runs that were recorded until then stay in the output folder.
 */
export async function recordRuns(options: RecordOptions): Promise<Recording> {
  const { signal, now } = options;
  if (!options.command.some((word) => word.includes(PLACE))) {
    throw new RecordError(
      'no-place',
      `the command must say where the profile goes: put ${PLACE} there, as in -cpuprofile=${PLACE}`,
    );
  }
  try {
    const environment = treeEnvironment(options.environment);
    const git = { folder: options.folder, environment: { ...environment, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' }, signal };
    const head = await findRepository(git);
    const commit = await resolveBase(options.baseRef, git);
    const outputs = await makeOutputFolders(options.outputFolder);
    report(options, { step: 'checkout', side: 'base', run: 0 });
    const worktree = await addWorktree(commit, { ...git, folder: head.tree });
    try {
      const trees = { base: worktree.tree, head: head.tree };
      const place = (side: Side) => ({ folder: join(trees[side], head.prefix), environment, signal });
      for (const side of ['base', 'head'] as const) {
        for (const command of options.setup ?? []) {
          report(options, { step: 'setup', side, run: 0 });
          await runOrThrow(command, `setup of the ${side} (${command.join(' ')})`, place(side));
        }
      }
      const recorded: Record<Side, RecordedRun[]> = { base: [], head: [] };
      const durations: number[] = [];
      for (let round = 0; round < options.runs; round++) {
        for (const side of runOrder(round)) {
          const leftMs = timeLeft(durations, options.runs * 2 - durations.length);
          report(options, { step: 'run', side, run: round + 1, ...(leftMs === undefined ? {} : { leftMs }) });
          const start = now();
          const profile = join(outputs[side], `${round + 1}.pb.gz`);
          recorded[side].push(await recordRun(options.command, profile, `run ${round + 1} of the ${side}`, place(side)));
          durations.push(now() - start);
        }
      }
      return {
        base: { commit, isDirty: false, tree: worktree.tree, runs: recorded.base },
        head: { commit: head.commit, isDirty: head.isDirty, tree: head.tree, runs: recorded.head },
      };
    } finally {
      report(options, { step: 'cleanup', run: 0 });
      await worktree.remove();
    }
  } catch (error) {
    throw asRecordError(error);
  }
}

async function recordRun(
  command: readonly string[],
  profile: string,
  run: string,
  place: Parameters<typeof runOrThrow>[2],
): Promise<RecordedRun> {
  const { output } = await runOrThrow(
    command.map((word) => word.replaceAll(PLACE, profile)),
    run,
    place,
  );
  await checkProfile(profile, run);
  if (parseBenchOutput(output).length === 0) return { profile };
  const benchOutput = benchOutputPath(profile);
  await writeFile(benchOutput, output);
  return { profile, benchOutput };
}

function report(
  { onProgress, runs }: RecordOptions,
  progress: Omit<Parameters<NonNullable<typeof onProgress>>[0], 'runs'>,
): void {
  onProgress?.({ ...progress, runs });
}

function asRecordError(error: unknown): unknown {
  if (isRecordError(error) || !(error instanceof Error && 'code' in error)) return error;
  if (error.code === 'ENOSPC') return new RecordError('disk-full', 'the disk is full', { cause: error });
  return error;
}
