import { ProfileError } from '../../profile-error.ts';
import type { Mapping } from '../../profile.ts';
import type { TextLines } from '../text-lines.ts';
import { trimSpace } from './go-text.ts';
import { mappingEntry } from './mapping-entry.ts';
import { Substitutions } from './substitutions.ts';

/** Linux lets a process have 65,530. */
const MOST_MAPPINGS = 1_000_000;
/** `… file.cc:123] ` before a line that was written through a logger. */
const LOG_PREFIX = /^[^[\]]+:[0-9]+\][\t\n\f\r ]/;
const SENTINELS = ['--- Memory map: ---', 'MAPPED_LIBRARIES:'];

/** Whether a line announces the memory map. */
export function announcesMemoryMap(line: string): boolean {
  return SENTINELS.some((sentinel) => line.includes(sentinel));
}

/** Goes on from the current line to the memory map and reads it; no mappings where there is none. */
export function findMemoryMap(lines: TextLines): Mapping[] {
  while (!announcesMemoryMap(lines.text) && lines.next());
  return readMemoryMap(lines);
}

/** Reads the executable mappings from all lines that follow. Lines that are neither mappings nor variables are passed over. */
export function readMemoryMap(lines: TextLines): Mapping[] {
  const mappings: Mapping[] = [];
  const variables = new Substitutions();
  while (lines.next()) {
    const line = variables.apply(lines.text.replace(LOG_PREFIX, ''));
    const entry = mappingEntry(line);
    if (!entry) {
      const equals = line.indexOf('=');
      if (equals !== -1) variables.define(trimSpace(line.slice(0, equals)), trimSpace(line.slice(equals + 1)));
      continue;
    }
    if (!entry.isExecutable) continue;
    if (mappings.length >= MOST_MAPPINGS)
      throw new ProfileError('too-large', `the memory map has more than ${MOST_MAPPINGS} lines`);
    const { isExecutable: _, ...range } = entry;
    mappings.push({ ...range, hasFunctions: false, hasFilenames: false, hasLineNumbers: false, hasInlineFrames: false });
  }
  return mappings;
}
