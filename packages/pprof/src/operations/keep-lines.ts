import type { LocationTable } from '../profile.ts';

/** The locations with only those lines whose entry in `keep` is not 0; the table itself where that is all of them. */
export function keepLines(locations: LocationTable, keep: Uint8Array): LocationTable {
  if (!keep.includes(0)) return locations;
  const kept = (_: number, line: number) => keep[line] !== 0;
  const lineStart = new Uint32Array(locations.length + 1);
  for (let location = 0, end = 0; location < locations.length; location++) {
    for (let line = locations.lineStart[location]; line < locations.lineStart[location + 1]; line++) if (keep[line] !== 0) end++;
    lineStart[location + 1] = end;
  }
  return {
    ...locations,
    lineStart,
    lineFunction: locations.lineFunction.filter(kept),
    lineNumber: locations.lineNumber.filter(kept),
    lineColumn: locations.lineColumn.filter(kept),
  };
}
