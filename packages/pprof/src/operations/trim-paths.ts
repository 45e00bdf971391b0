import type { Profile } from '../profile.ts';
import { baseName } from '../text/source-path.ts';

/** Lists of folders, separated by colons as in `PATH`; empty where left out. */
export interface TrimPathsOptions {
  /** Prefixes to take off. */
  readonly trimPath?: string | undefined;
  /** Where the sources are on this machine; used to guess a prefix where `trimPath` is empty. */
  readonly sourcePath?: string | undefined;
}

/** Prefixes that some build systems leave, always taken off. */
const BUILD_PREFIXES = ['/proc/self/cwd/./', '/proc/self/cwd/'];

/**
 * Takes prefixes off the source files of functions, as pprof's `trim_path` does: the first of `trimPath` that fits. Where `trimPath`
 * is empty, the last name of each folder of `sourcePath` is looked for, and everything up to it taken off: with the source path
 * `/home/me/project`, `/build/agent/project/src/a.c` becomes `src/a.c`.
 */
export function trimPaths(profile: Profile, options: TrimPathsOptions): Profile {
  const { trimPath = '', sourcePath = '' } = options;
  const prefixes = [...splitList(trimPath), ...BUILD_PREFIXES].map((prefix) => (prefix.endsWith('/') ? prefix : `${prefix}/`));
  const folders = trimPath === '' ? splitList(sourcePath).map((folder) => `/${baseName(folder)}/`) : [];
  const trimmed = new Map<string, string>();
  const filename = profile.functions.filename.map((path) => {
    let result = trimmed.get(path);
    if (result === undefined) trimmed.set(path, (result = trim(path, prefixes, folders)));
    return result;
  });
  return { ...profile, functions: { ...profile.functions, filename } };
}

function trim(path: string, prefixes: readonly string[], folders: readonly string[]): string {
  const folder = folders.find((name) => path.includes(name));
  if (folder !== undefined) return path.slice(path.indexOf(folder) + folder.length);
  const prefix = prefixes.find((start) => path.startsWith(start));
  return prefix === undefined ? path : path.slice(prefix.length);
}

function splitList(list: string): string[] {
  return list === '' ? [] : list.split(':');
}
