import type { FunctionTable, LocationTable, Profile } from '../profile.ts';
import { keepLines } from './keep-lines.ts';

/** What is told apart: functions by name, by name and file, files, lines of code, or addresses. */
export type Granularity = 'functions' | 'filefunctions' | 'files' | 'lines' | 'addresses';

/** What {@link aggregate} leaves told apart. */
export interface AggregateOptions {
  /** What a frame is told by afterwards. */
  readonly granularity: Granularity;
  /** Give the cost of inlined functions to the function they were inlined into. */
  readonly noInlines?: boolean | undefined;
  /** Tell columns of a line apart; needs granularity `lines` or `addresses`. */
  readonly columns?: boolean | undefined;
}

const KEPT: Readonly<Record<Granularity, { name: boolean; file: boolean; line: boolean; address: boolean }>> = {
  functions: { name: true, file: false, line: false, address: false },
  filefunctions: { name: true, file: true, line: false, address: false },
  files: { name: false, file: true, line: false, address: false },
  lines: { name: true, file: true, line: true, address: false },
  addresses: { name: true, file: true, line: true, address: true },
};

/**
 * Forgets what a report at some granularity does not tell apart: names, files, lines, columns and addresses become empty or 0, and
 * with `noInlines` only the outermost line of each location stays. Tables and samples keep their rows; {@link merge} joins those
 * that have become equal. Addresses with inlined functions are everything there is, and give the profile itself, columns included.
 */
export function aggregate(profile: Profile, options: AggregateOptions): Profile {
  const { granularity, noInlines = false, columns = false } = options;
  if (granularity === 'addresses' && !noInlines) return profile;
  const kept = KEPT[granularity];
  return {
    ...profile,
    mappings: profile.mappings.map((mapping) => ({
      ...mapping,
      hasInlineFrames: mapping.hasInlineFrames && !noInlines,
      hasFunctions: mapping.hasFunctions && kept.name,
      hasFilenames: mapping.hasFilenames && kept.file,
      hasLineNumbers: mapping.hasLineNumbers && kept.line,
    })),
    functions: forgetNames(profile.functions, kept),
    locations: forgetPlaces(noInlines ? outermostLines(profile.locations) : profile.locations, {
      ...kept,
      column: kept.line && columns,
    }),
  };
}

function forgetNames(functions: FunctionTable, kept: { name: boolean; file: boolean }): FunctionTable {
  const empty = new Array<string>(functions.length).fill('');
  return {
    ...functions,
    ...(kept.name ? {} : { name: empty, systemName: empty }),
    ...(kept.file ? {} : { filename: empty }),
  };
}

function forgetPlaces(locations: LocationTable, kept: { line: boolean; column: boolean; address: boolean }): LocationTable {
  const zeros = new Float64Array(locations.lineFunction.length);
  return {
    ...locations,
    ...(kept.line ? {} : { lineNumber: zeros }),
    ...(kept.column ? {} : { lineColumn: zeros }),
    ...(kept.address ? {} : { address: new BigUint64Array(locations.length) }),
  };
}

function outermostLines(locations: LocationTable): LocationTable {
  const keep = new Uint8Array(locations.lineFunction.length);
  for (let location = 0; location < locations.length; location++) {
    if (locations.lineStart[location + 1] > locations.lineStart[location]) keep[locations.lineStart[location + 1] - 1] = 1;
  }
  return keepLines(locations, keep);
}
