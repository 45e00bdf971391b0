import type { NamedFunction } from '@flamestep/diff';
import { filePattern } from './file-pattern.ts';
import { namePattern } from './name-pattern.ts';
import type { TextTest } from './text-pattern.ts';

/** Which functions an entry stands for: those that are all of what it says, name and file on the same side. */
export interface Scope {
  /** Pattern of names. */
  readonly function: string | undefined;
  /** Pattern of files. */
  readonly file: string | undefined;
}

/** The entries that stand for a function by what either side calls it, in their order. */
export type EntriesOf<Entry> = (named: NamedFunction) => readonly Entry[];

/** Compiles entries, so that many functions can be looked up among many of them. */
export function indexScopes<Entry extends Scope>(entries: readonly Entry[]): EntriesOf<Entry> {
  const compiled = entries.map((entry, order): Compiled<Entry> => {
    const isFile = entry.file === undefined ? always : filePattern(entry.file);
    return { entry, order, isFile, isName: entry.function === undefined ? always : namePattern(entry.function) };
  });
  // Functions share files, and a path takes longer to match than a name.
  const byFile = new Map<string, readonly Compiled<Entry>[]>();
  const entriesOfFile = (file: string) => {
    let found = byFile.get(file);
    if (!found) byFile.set(file, (found = compiled.filter(({ isFile }) => isFile(file))));
    return found;
  };
  return ({ base, head }) => {
    const found = new Set<Compiled<Entry>>();
    for (const side of [base, head]) {
      if (side === undefined) continue;
      for (const one of entriesOfFile(side.file)) if (one.isName(side.name)) found.add(one);
    }
    return [...found].sort((a, b) => a.order - b.order).map(({ entry }) => entry);
  };
}

interface Compiled<Entry> {
  readonly entry: Entry;
  readonly order: number;
  readonly isFile: TextTest;
  readonly isName: TextTest;
}

const always: TextTest = () => true;
