import { SHORT_TABLE } from '../index-column.ts';
import type { IndexColumn } from '../index-column.ts';

/** Result of the functions below where a number is too long, broken or 0 where no 0 may stand: read again with the exact reader. */
export const NEEDS_CARE = -1;

/** Past this scale a varint may exceed 2^53. */
const LAST_EXACT_SCALE = 2 ** 42;

/**
 * Reads packed location ids of up to three bytes from `bytes[at]` to `bytes[end - 1]` and writes each minus 1 to `out` from `count`
 * on. Returns the new count; `largest[0]` grows to the largest id. An id that `out` cannot hold needs care.
 *
 * It reads nine tenths of a profile, and is small so that the engine compiles it early.
 */
export function unpackReferences(
  bytes: Uint8Array,
  at: number,
  end: number,
  out: IndexColumn,
  count: number,
  largest: Int32Array,
): number {
  let max = largest[0];
  while (at < end) {
    let id = bytes[at++];
    if (id > 127) {
      const second = bytes[at++];
      id = (id & 127) | ((second & 127) << 7);
      if (second > 127) {
        const third = bytes[at++];
        if (third > 127) return NEEDS_CARE;
        id |= third << 14;
      }
    }
    if (id === 0) return NEEDS_CARE;
    if (id > max) max = id;
    out[count++] = id - 1;
  }
  if (at !== end || (max > SHORT_TABLE && out.BYTES_PER_ELEMENT === 2)) return NEEDS_CARE;
  largest[0] = max;
  return count;
}

/** Reads packed values below 2^49 from `bytes[at]` to `bytes[end - 1]` into `out` from `count` on. Returns the new count. */
export function unpackValues(bytes: Uint8Array, at: number, end: number, out: Float64Array, count: number): number {
  while (at < end) {
    let byte = bytes[at++];
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      if (scale > LAST_EXACT_SCALE) return NEEDS_CARE;
      byte = bytes[at++];
      value += (byte & 127) * scale;
    }
    out[count++] = value;
  }
  return at === end ? count : NEEDS_CARE;
}
