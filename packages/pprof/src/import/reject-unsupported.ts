import { ProfileError } from '../profile-error.ts';

/** Formats that are often taken for profiles, told from their first bytes, and what to do with them. */
const KNOWN: readonly (readonly [magic: string, what: string])[] = [
  ['PERFILE2', 'perf data; convert it with perf_to_profile, or with perf script and stackcollapse-perf.pl'],
  ['FLR\0', 'a flight recording; convert it with jfrconv of async-profiler'],
  ['PK\x03\x04', 'a zip archive; unpack it'],
  ['\x28\xb5\x2f\xfd', 'zstd data; unpack it'],
  ['BZh', 'bzip2 data; unpack it'],
  ['\xfd7zXZ', 'xz data; unpack it'],
  ['<!DOCTYPE', 'a web page; the address it was fetched from gave no profile'],
  ['<!doctype', 'a web page; the address it was fetched from gave no profile'],
  ['<html', 'a web page; the address it was fetched from gave no profile'],
];

/** Throws `not-a-profile` with advice for data of a kind that is known and not read. */
export function rejectUnsupported(bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const known = KNOWN.find(([magic]) => start.startsWith(magic));
  if (known) throw new ProfileError('not-a-profile', `this is ${known[1]}`, 0);
}
