import { median } from './level-of.ts';

/**
 * How likely a series that jumps between two levels shows a stretch like the shorter of these two by chance, at whatever place. Machines
 * often have two speeds: where the longer stretch, too, has results beyond the middle between both levels, a few more
 * of them in a row mean little, however small the spread about each level is.
 */
export function runOfLuck(before: Float64Array, after: Float64Array): number {
  const [short, long] = before.length < after.length ? [before, after] : [after, before];
  const levels = { short: median(short), long: median(long) };
  const middle = (levels.short + levels.long) / 2;
  const isBeyond = (value: number) => (levels.short > levels.long ? value > middle : value < middle);
  // Laplace's rule of succession: that none was seen does not mean that none can be.
  const chance = (long.filter(isBeyond).length + 1) / (long.length + 2);
  const places = long.length + short.length;
  return Math.min(1, places * atLeast(short.filter(isBeyond).length, short.length, chance));
}

/** The chance of `least` successes or more in `trials`. */
function atLeast(least: number, trials: number, chance: number): number {
  let term = chance ** trials;
  let sum = 0;
  for (let count = trials; count >= least; count--) {
    sum += term;
    term *= ((count / (trials - count + 1)) * (1 - chance)) / chance;
  }
  return sum;
}
