import type { Pattern } from '../pattern.ts';
import type { Profile } from '../profile.ts';

/** What of a profile a pattern matches: 1 for each function by name or file, and for each mapping by file. */
export interface SymbolMatches {
  readonly functions: Uint8Array;
  readonly mappings: Uint8Array;
}

/** Tests a pattern once for each function and mapping, so that locations can be tested without it. */
export function matchSymbols({ functions, mappings }: Profile, pattern: Pattern): SymbolMatches {
  const { name, filename } = functions;
  return {
    functions: Uint8Array.from({ length: functions.length }, (_, i) =>
      pattern.test(name[i]) || pattern.test(filename[i]) ? 1 : 0,
    ),
    mappings: Uint8Array.from(mappings, ({ file }) => (pattern.test(file) ? 1 : 0)),
  };
}
