import type { Level } from '../trend.ts';

/** Makes the median absolute deviation of normal values their standard deviation. */
const NORMAL = 1.4826;

/** Median and robust spread of at least one value. */
export function levelOf(values: ArrayLike<number>): Level {
  const level = median(values);
  return { level, spread: NORMAL * median(Float64Array.from(values, (value) => Math.abs(value - level))) };
}

/** The middle one of at least one value, or the mean of the two in the middle. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
