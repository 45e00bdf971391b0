import type { Normalization, Sides } from '../comparison.ts';
import { meanDifference } from '../statistics/mean-difference.ts';
import { expectedDispersion } from './noise-model.ts';
import type { NoiseModel } from './noise-model.ts';
import type { RunCounts } from './run-counts.ts';
import { steadyRatio } from './steady-ratio.ts';
import type { WorkBasis } from './choose-work.ts';

/** What the costs of each run are divided by. */
export interface Exposures {
  /** By run. */
  readonly byRun: Float64Array;
  /** Sums over the runs of a side: a side's cost is the sum of its runs' costs divided by this. */
  readonly sides: Sides;
  readonly normalization: Normalization;
}

/** Wholes scatter by more than their samples when they do so by this many standard errors. */
const BEYOND_SAMPLING = 3;

/** A common shift that is let into every function must be this much surer than a change of one. */
const CERTAIN_SHIFT = 0.1;

/**
 * Makes the runs comparable. Runs of known work are divided by it. Where that leaves them uneven, as it always does with times, what all
 * functions of a run have in common is the machine, and is taken out; so is what they have in common between the sides, as long as it
 * may be chance. A slowdown of everything that is beyond chance stays in.
 */
export function exposures(counts: RunCounts, basis: WorkBasis, noise: NoiseModel, level: number): Exposures {
  const { headFrom, wholes } = counts;
  const { kind, work, reason, isTime } = basis;
  const isBase = (run: number) => run < headFrom;
  const sum = (values: Float64Array) => ({
    base: values.reduce((all, value, run) => (isBase(run) ? all + value : all), 0),
    head: values.reduce((all, value, run) => (isBase(run) ? all : all + value), 0),
  });
  const done = sum(work);
  const counted = sum(wholes);
  const sides = (byRun: Float64Array, normalization: Normalization): Exposures => ({ byRun, sides: sum(byRun), normalization });
  const { ratio, isSteady } = steadyRatio(counts, noise);
  const bySpeed = (head: number) =>
    wholes.map((whole, run) => (isBase(run) ? (whole * done.base) / counted.base : (whole * head) / counted.head));
  const isEmpty = counted.base === 0 || counted.head === 0;
  const asBase = isEmpty ? work : bySpeed(done.base * ratio);

  if (kind === 'relative') {
    const factors = Array.from(asBase);
    const sizeFactors = { base: factors.slice(0, headFrom), head: factors.slice(headFrom) };
    return sides(asBase, { kind, sizeFactors, reason });
  }
  const describe = (speed: string): Normalization =>
    kind === 'absolute'
      ? { kind, reason: reason + speed }
      : {
          kind,
          operations: { base: done.base / headFrom, head: done.head / (wholes.length - headFrom) },
          reason: reason + speed,
        };

  if (isEmpty || (!isTime && !isUneven(counts, work, noise))) return sides(work, describe(''));
  const steady = counts.runs.map((run, i) =>
    Math.log(run.reduce((all, count, e) => (isSteady[e] ? all + count : all), 0) / work[i]),
  );
  const shift = steady.every(Number.isFinite) ? meanDifference(steady.slice(0, headFrom), steady.slice(headFrom)) : undefined;
  return shift && shift.p <= level * CERTAIN_SHIFT
    ? sides(bySpeed(done.head), describe('; how runs differ within a side is taken out'))
    : sides(asBase, describe('; what all functions of a run have in common is taken out of each'));
}

/** Whether the wholes of a side scatter about their work by more than their samples do; not known of one run a side. */
function isUneven({ wholes, headFrom }: RunCounts, work: Float64Array, noise: NoiseModel): boolean {
  const degreesOfFreedom = wholes.length - 2;
  if (degreesOfFreedom < 1) return false;
  let squares = 0;
  for (const [from, to] of [
    [0, headFrom],
    [headFrom, wholes.length],
  ]) {
    const [whole, done] = [wholes, work].map((values) => values.subarray(from, to).reduce((all, value) => all + value, 0));
    for (let run = from; run < to; run++) {
      const expected = (whole * work[run]) / done;
      if (expected > 0) squares += (wholes[run] - expected) ** 2 / expected;
    }
  }
  const usual = expectedDispersion(noise, 0);
  return squares / degreesOfFreedom > usual * (1 + BEYOND_SAMPLING * Math.sqrt(2 / degreesOfFreedom));
}
