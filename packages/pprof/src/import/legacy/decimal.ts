import type { TextLines } from '../text-lines.ts';

/** The number that decimal digits (and a minus) of the current line stand for. Throws `out-of-range` past 2^53. */
export function decimal(digits: string, lines: TextLines): number {
  const value = Number(digits) + 0; // + 0 makes 0 of -0
  if (!Number.isSafeInteger(value)) throw lines.error('out-of-range', `${digits} is past 2^53, which would have to be rounded`);
  return value;
}

/** As {@link decimal} for a number in any base, see `integerOfAnyBase`. */
export function safeNumber(value: bigint, lines: TextLines): number {
  return decimal(String(value), lines);
}

const LONGEST_DURATION = 2n ** 63n - 1n;

/** Milliseconds as nanoseconds. Throws `out-of-range` past 292 years. */
export function nanosOfMillis(millis: bigint, lines: TextLines): bigint {
  const nanos = millis * 1_000_000n;
  if (nanos > LONGEST_DURATION || nanos < -LONGEST_DURATION) throw lines.error('out-of-range', `${millis} ms is no duration`);
  return nanos;
}
