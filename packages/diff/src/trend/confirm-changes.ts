import { studentTail } from '../statistics/student-t.ts';
import { levelOf } from './level-of.ts';
import { runOfLuck } from './run-of-luck.ts';

/** Residuals beyond so many spreads count as if they were there. */
const CLIP = 3;

/** Chance of a mere run of luck from which on a stretch is not believed. */
const TOO_LUCKY = 0.02;

/** A stretch begins at `start`; `p` says how likely the step to it from the one before is mere noise, at whatever place. */
export interface Stretch {
  readonly start: number;
  readonly p: number;
}

/** Joins neighbouring stretches, the most alike first, until all that are left differ at the level given. The first has p 0. */
export function confirmChanges(values: Float64Array, starts: readonly number[], level: number): Stretch[] {
  const left = [...starts];
  for (;;) {
    const steps = left.slice(1).map((start, i) => {
      const [before, after] = [values.subarray(left[i], start), values.subarray(start, left[i + 2])];
      const p = differenceP(before, after);
      return { start, p, doubt: Math.max(p / level, runOfLuck(before, after) / TOO_LUCKY) };
    });
    const weakest = steps.reduce((a, b) => (b.doubt > a.doubt ? b : a), { start: 0, doubt: 0 });
    if (weakest.doubt <= 1) return [{ start: 0, p: 0 }, ...steps.map(({ start, p }) => ({ start, p }))];
    left.splice(left.indexOf(weakest.start), 1);
  }
}

/**
 * Student's t test of two stretches with outliers drawn in, corrected for the choice of the place between them. Where neither
 * stretch varies any difference is real.
 */
function differenceP(before: Float64Array, after: Float64Array): number {
  const [a, b] = [drawnIn(before), drawnIn(after)];
  const difference = Math.abs(mean(b) - mean(a));
  if (difference === 0) return 1;
  const degreesOfFreedom = a.length + b.length - 2;
  const variance = (squares(a) + squares(b)) / degreesOfFreedom;
  if (variance === 0) return 0;
  const t = difference / Math.sqrt(variance * (1 / a.length + 1 / b.length));
  return Math.min(1, studentTail(t, degreesOfFreedom) * (degreesOfFreedom + 1));
}

function drawnIn(values: Float64Array): Float64Array {
  const { level, spread } = levelOf(values);
  if (spread === 0) return values;
  return values.map((value) => level + Math.max(-CLIP * spread, Math.min(CLIP * spread, value - level)));
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function squares(values: Float64Array): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}
