import type { Pattern } from '../pattern.ts';
import type { LocationTable, Profile } from '../profile.ts';
import { keepLines } from './keep-lines.ts';
import { keepSamples } from './keep-samples.ts';
import { matchSymbols } from './match-symbols.ts';
import type { SymbolMatches } from './match-symbols.ts';
import { withoutLocations } from './rewrite-stacks.ts';

/** Patterns for the name or file of a function, or the file of a mapping. What is left out does not filter. */
export interface NameFilters {
  /** Keep only samples with a matching frame. */
  readonly focus?: Pattern | undefined;
  /** Leave out samples with a matching frame; stronger than `focus`. */
  readonly ignore?: Pattern | undefined;
  /** Take matching frames out of the stacks. */
  readonly hide?: Pattern | undefined;
  /** Take all other frames out of the stacks. */
  readonly show?: Pattern | undefined;
}

/** A filtered profile, and which of the patterns matched anything. */
export interface NameFilterResult {
  readonly profile: Profile;
  readonly matched: { readonly focus: boolean; readonly ignore: boolean; readonly hide: boolean; readonly show: boolean };
}

/**
 * Chooses samples and frames by name, as pprof's `focus`, `ignore`, `hide` and `show` do. Samples are chosen before frames are taken
 * out. Of a location with inlined functions single lines may go; a sample that loses all its frames goes with them, and so does a
 * sample that had none.
 *
 * Without `focus`, `matched.focus` tells whether any location was not ignored.
 */
export function filterByName(profile: Profile, filters: NameFilters): NameFilterResult {
  const { focus, ignore, hide, show } = filters;
  if (!focus && !ignore && !hide && !show) {
    return { profile, matched: { focus: true, ignore: false, hide: false, show: false } };
  }
  const chosen = chooseLocations(profile, focus, ignore);
  const edited = editLines(profile, hide, show);
  const { samples, locations } = profile;
  const keepStack = chooseStacks(profile, chosen, edited.emptied);
  const keep = new Uint8Array(samples.length);
  for (let sample = 0; sample < keep.length; sample++) keep[sample] = keepStack[samples.stack[sample]];
  return {
    profile: {
      ...profile,
      samples: keepSamples(samples, keep),
      locations: keepLines(locations, edited.keep),
      stacks: edited.emptied.includes(1) ? withoutLocations(profile.stacks, edited.emptied) : profile.stacks,
    },
    matched: { focus: chosen.includes(FOCUSED), ignore: chosen.includes(IGNORED), hide: edited.hid, show: edited.showed },
  };
}

const FOCUSED = 1;
const IGNORED = 2;

function chooseLocations(profile: Profile, focus: Pattern | undefined, ignore: Pattern | undefined): Uint8Array {
  const focused = focus && matchSymbols(profile, focus);
  const ignored = ignore && matchSymbols(profile, ignore);
  return Uint8Array.from({ length: profile.locations.length }, (_, location) => {
    if (ignored && matchesLocation(profile.locations, location, ignored)) return IGNORED;
    return !focused || matchesLocation(profile.locations, location, focused) ? FOCUSED : 0;
  });
}

/** A stack stays that has a focused location, no ignored one, and one that was not emptied. */
function chooseStacks({ stacks }: Profile, chosen: Uint8Array, emptied: Uint8Array): Uint8Array {
  const keep = new Uint8Array(stacks.length);
  for (let stack = 0; stack < stacks.length; stack++) {
    let seen = 0;
    let allEmptied = 1;
    for (let i = stacks.start[stack]; i < stacks.start[stack + 1]; i++) {
      const location = stacks.locations[i];
      seen |= chosen[location];
      allEmptied &= emptied[location];
    }
    if (seen === FOCUSED && allEmptied === 0) keep[stack] = 1;
  }
  return keep;
}

/** What `hide` and `show` leave of the lines, and the locations that lose theirs. */
function editLines(profile: Profile, hide: Pattern | undefined, show: Pattern | undefined) {
  const { locations } = profile;
  const hidden = hide && matchSymbols(profile, hide);
  const shown = show && matchSymbols(profile, show);
  const keep = new Uint8Array(locations.lineFunction.length).fill(1);
  const emptied = new Uint8Array(locations.length);
  let hid = false;
  let showed = false;
  for (let location = 0; location < locations.length; location++) {
    if (hidden && matchesLocation(locations, location, hidden)) {
      hid = true;
      const left = editLocation(locations, location, keep, (line) => !matchesLine(locations, location, line, hidden));
      if (left === 0) emptied[location] = 1;
    }
    if (shown) {
      const left = editLocation(locations, location, keep, (line) => matchesLine(locations, location, line, shown));
      if (left === 0) emptied[location] = 1;
      else showed = true;
    }
  }
  return { keep, emptied, hid, showed };
}

/** Takes out the lines that do not pass; answers how many are left. */
function editLocation(locations: LocationTable, location: number, keep: Uint8Array, passes: (line: number) => boolean): number {
  let left = 0;
  for (let line = locations.lineStart[location]; line < locations.lineStart[location + 1]; line++) {
    if (keep[line] !== 0 && passes(line)) left++;
    else keep[line] = 0;
  }
  return left;
}

function matchesLocation(locations: LocationTable, location: number, matches: SymbolMatches): boolean {
  if (matchesMapping(locations, location, matches)) return true;
  for (let line = locations.lineStart[location]; line < locations.lineStart[location + 1]; line++) {
    if (matches.functions[locations.lineFunction[line]] !== 0) return true;
  }
  return false;
}

/** A matching mapping matches every line in it. */
function matchesLine(locations: LocationTable, location: number, line: number, matches: SymbolMatches): boolean {
  return matches.functions[locations.lineFunction[line]] !== 0 || matchesMapping(locations, location, matches);
}

function matchesMapping({ mapping }: LocationTable, location: number, { mappings }: SymbolMatches): boolean {
  return mapping[location] !== -1 && mappings[mapping[location]] !== 0;
}
