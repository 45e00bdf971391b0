import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { benchOutputPath, expandGlob, foldersOf, isGlob, readOperations } from '@flamestep/record';
import { ActionError } from '../action-error.ts';
import { decodeRun, PROFILE_LIMITS } from './decode-run.ts';
import type { MeasuredRun } from './measured-run.ts';

/** More runs a side show hardly more, and all of them are held in memory. */
const MOST_RUNS = 100;
/** Milliseconds for the profiles of a side, whoever made them. */
const LONGEST_READING = 60_000;

/**
 * The runs of one side: files that match the patterns, which are relative to the workspace, each once and in natural order (1, 2, 10),
 * with their operations from bench output beside them. Throws `ActionError`: `input` where a pattern matches no file or more than a
 * hundred are matched, `profile` for a file that cannot be read, or where all of them take more than a minute of `now`'s milliseconds.
 */
export async function readRuns(
  patterns: readonly string[],
  inputName: 'head' | 'base',
  workspace: string,
  now: () => number = () => performance.now(),
): Promise<readonly MeasuredRun[]> {
  const found = new Map(patterns.flatMap((pattern) => findFiles(pattern, inputName, workspace)));
  // `head/*` is meant for the profiles, not for the bench output beside them.
  const outputs = new Set([...found.values()].map((source) => resolve(workspace, benchOutputPath(source))));
  const files = [...found].filter(([path, source]) => !outputs.has(path) || benchOutputPath(source) === source);
  if (files.length > MOST_RUNS) {
    throw new ActionError(
      'input',
      `The input '${inputName}' matches ${files.length} files; at most ${MOST_RUNS} runs a side are compared. Write a narrower pattern.`,
    );
  }
  const runs: MeasuredRun[] = [];
  const start = now();
  for (const [path, source] of files.sort(([, a], [, b]) => inNaturalOrder.compare(a, b))) {
    runs.push(await decodeRun(source, await readBytes(path, source), await readOperations(path)));
    if (now() - start <= LONGEST_READING) continue;
    throw new ActionError(
      'profile',
      `Reading the profiles of '${inputName}' takes more than ${LONGEST_READING / 1000} s; ${runs.length} of ${files.length} are read. Give fewer, or record for a shorter time.`,
    );
  }
  return runs;
}

const inNaturalOrder = new Intl.Collator('en', { numeric: true });

/** Absolute paths, and what the user knows them by. */
function findFiles(pattern: string, inputName: string, workspace: string): (readonly [path: string, source: string])[] {
  const folders = foldersOf(workspace);
  const kind = folders.kindOf(pattern);
  const wrong = (what: string) => new ActionError('input', `The input '${inputName}': ${what}`);
  if (kind === 'folder')
    throw wrong(`${pattern} is a folder. To compare the profiles in it write ${pattern.replace(/\/+$/, '')}/*`);
  if (kind === 'other') throw wrong(`${pattern} is no file but a pipe or a device. Write the profile to a file.`);
  if (kind === undefined && !isGlob(pattern)) {
    throw wrong(`there is no file ${pattern}. Check that an earlier step writes it; paths are relative to the workspace.`);
  }
  const sources = kind === 'file' ? [pattern] : expandGlob(pattern, folders);
  const files = sources.filter((source) => folders.kindOf(source) === 'file');
  if (files.length === 0) {
    throw wrong(
      `no file matches ${pattern}. Check that an earlier step writes profiles there; paths are relative to the workspace.`,
    );
  }
  return files.map((source) => [resolve(workspace, source), source.replace(/^(?:\.\/+)+/, '')]);
}

async function readBytes(path: string, source: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= PROFILE_LIMITS.inflatedBytes) return await readFile(path);
  } catch (error) {
    throw new ActionError('profile', `${source} cannot be read: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
  const most = PROFILE_LIMITS.inflatedBytes / 1024 / 1024;
  throw new ActionError('profile', `${source} has more than ${most} MiB. Record for a shorter time, or sample less often.`);
}
