import { pairByEnd } from './pair-by-end.ts';
import { usualMove } from './path-move.ts';
import type { SideFunction } from './side-functions.ts';

/** Share of a file's functions that must be in the other, where their paths alone do not make them the same. */
const SHARED_FUNCTIONS = 0.5;
/** How many functions two files under different names must have in common. */
const LEAST_SHARED = 2;
/** A function that is in so many files says nothing about which they are. */
const COMMON_FUNCTION = 20;

/**
 * Which file of the head is which file of the base (canonical paths, base -> head). Paths that are equal are the same file. The
 * others are paired by the longest common end of their paths, because the sides are often built in different folders: where the
 * pair moved as most pairs did, or where the two have half of their functions in common. Last come files that have another name but the
 * same functions.
 */
export function matchFiles(base: readonly SideFunction[], head: readonly SideFunction[]): Map<string, string> {
  const baseFiles = functionsByFile(base);
  const headFiles = functionsByFile(head);
  const matched = new Map<string, string>();
  for (const file of baseFiles.keys()) if (headFiles.has(file)) matched.set(file, file);

  const [baseLeft, headLeft] = [baseFiles, headFiles].map((files) => [...files.keys()].filter((file) => !matched.has(file)));
  const pairs = pairByEnd(baseLeft.map(pathParts), headLeft.map(pathParts));
  const usual = usualMove(pairs.map((pair) => pair.move));
  for (const pair of pairs) {
    const [from, to] = [baseLeft[pair.base], headLeft[pair.head]];
    if (pair.move === usual || share(baseFiles.get(from)!, headFiles.get(to)!) >= SHARED_FUNCTIONS) matched.set(from, to);
  }
  const taken = new Set(matched.values());
  for (const [from, to] of pairByFunctions(without(baseFiles, matched), without(headFiles, taken))) matched.set(from, to);
  return matched;
}

function without(files: ReadonlyMap<string, Set<string>>, taken: { has(file: string): boolean }): Map<string, Set<string>> {
  return new Map([...files].filter(([file]) => !taken.has(file)));
}

/** Pairs of files in which each has more functions in common with the other than with any third, and enough. */
function pairByFunctions(base: ReadonlyMap<string, Set<string>>, head: ReadonlyMap<string, Set<string>>): [string, string][] {
  const [there, back] = [mostShared(base, head), mostShared(head, base)];
  return [...there].filter(([from, to]) => back.get(to) === from && share(base.get(from)!, head.get(to)!) >= SHARED_FUNCTIONS);
}

/** For each file the one with the most functions in common, if there is one alone. */
function mostShared(files: ReadonlyMap<string, Set<string>>, others: ReadonlyMap<string, Set<string>>): Map<string, string> {
  const filesOf = new Map<string, string[]>();
  for (const [file, functions] of others) {
    for (const name of functions) filesOf.set(name, [...(filesOf.get(name) ?? []).slice(0, COMMON_FUNCTION), file]);
  }
  const best = new Map<string, string>();
  for (const [file, functions] of files) {
    const counts = new Map<string, number>();
    for (const name of functions) {
      const candidates = filesOf.get(name) ?? [];
      if (candidates.length <= COMMON_FUNCTION) for (const other of candidates) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
    if (first && first[1] >= LEAST_SHARED && first[1] !== second?.[1]) best.set(file, first[0]);
  }
  return best;
}

function functionsByFile(functions: readonly SideFunction[]): Map<string, Set<string>> {
  const files = new Map<string, Set<string>>();
  for (const { canonicalFile: file, family } of functions) {
    if (file === '') continue;
    const names = files.get(file);
    if (names) names.add(family);
    else files.set(file, new Set([family]));
  }
  return files;
}

function pathParts(file: string): string[] {
  return file.split('/');
}

function share(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const name of a) if (b.has(name)) common++;
  return common / Math.min(a.size, b.size);
}
