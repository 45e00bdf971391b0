import type { Profile } from '@flamestep/pprof';
import { canonicalFile } from '../names/canonical-file.ts';
import { canonicalName } from '../names/canonical-name.ts';
import { familyName } from '../names/family-name.ts';

/** A function as the runs of one side show it: one for all spellings of its name that differ from build to build only. */
export interface SideFunction {
  /** As the profiles spell it; the canonical name where they spell it in several ways. */
  readonly name: string;
  readonly file: string;
  /** Line where the function begins, 0 when unknown. */
  readonly startLine: number;
  readonly canonicalName: string;
  readonly canonicalFile: string;
  readonly family: string;
}

/** All functions of one side, sorted, so that the order of the runs does not matter. */
export interface SideFunctions {
  readonly functions: readonly SideFunction[];
  /** For each profile: function index -> index into {@link functions}. */
  readonly indexOf: readonly Int32Array[];
}

/** Lists the functions of the runs of one side, each once: what has the same canonical name, file and first line is one. */
export function sideFunctions(profiles: readonly Profile[]): SideFunctions {
  const canonicalNames = new Map<string, string>();
  const canonicalFiles = new Map<string, string>();
  const found = new Map<string, { function: SideFunction; position: number }>();

  const positions = profiles.map(({ functions }) => {
    const entries = new Array<{ position: number }>(functions.length);
    for (let i = 0; i < functions.length; i++) {
      const name = functions.name[i];
      const file = functions.filename[i];
      const startLine = functions.startLine[i];
      const plainName = remember(canonicalNames, name, canonicalName);
      const plainFile = remember(canonicalFiles, file, canonicalFile);
      const key = `${startLine} ${plainFile.length} ${plainFile}${plainName}`;
      const known = found.get(key);
      if (known) {
        known.function = withSpelling(known.function, name, file);
        entries[i] = known;
      } else {
        const family = familyName(plainName);
        const entry = {
          function: { name, file, startLine, canonicalName: plainName, canonicalFile: plainFile, family },
          position: 0,
        };
        found.set(key, entry);
        entries[i] = entry;
      }
    }
    return entries;
  });

  const sorted = [...found.values()].sort((a, b) => compareFunctions(a.function, b.function));
  for (let i = 0; i < sorted.length; i++) sorted[i].position = i;
  return {
    functions: sorted.map((entry) => entry.function),
    indexOf: positions.map((entries) => Int32Array.from(entries, (entry) => entry.position)),
  };
}

/** Order by name, then by file and line, in code units: the same everywhere. */
export function compareFunctions(a: SideFunction, b: SideFunction): number {
  return compare(a.canonicalName, b.canonicalName) || compare(a.canonicalFile, b.canonicalFile) || a.startLine - b.startLine;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function withSpelling(known: SideFunction, name: string, file: string): SideFunction {
  if (known.name === name && known.file === file) return known;
  return {
    ...known,
    name: known.name === name ? name : known.canonicalName,
    file: known.file < file ? known.file : file,
  };
}

function remember(cache: Map<string, string>, key: string, make: (key: string) => string): string {
  let value = cache.get(key);
  if (value === undefined) cache.set(key, (value = make(key)));
  return value;
}
