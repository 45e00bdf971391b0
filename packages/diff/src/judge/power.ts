import { studentQuantile } from '../statistics/student-t.ts';

/** What decides how small a change can be seen. All rates are counts of samples by exposure. */
export interface PowerSetting {
  /** p value, before correction, that a single function must have. */
  readonly level: number;
  readonly degreesOfFreedom: number;
  readonly dispersion: number;
  readonly exposures: { readonly base: number; readonly head: number };
}

/** A standard normal variable is below this four times in five. */
const FOUR_IN_FIVE = 0.8416;

/**
 * The rise of a function's rate that is found four times in five. On the scale of square roots a count's variance is 1/4 whatever its size.
 */
export function detectableRise(rate: number, setting: PowerSetting): number {
  const step = rootStep(setting);
  return 2 * step * Math.sqrt(rate) + step * step;
}

/** By how many times the runs must be more so that `rise` is found four times in five. */
export function runsFactor(rate: number, rise: number, setting: PowerSetting): number {
  return (rootStep(setting) / (Math.sqrt(rate + rise) - Math.sqrt(rate))) ** 2;
}

function rootStep({ level, degreesOfFreedom, dispersion, exposures }: PowerSetting): number {
  const standardError = 0.5 * Math.sqrt(dispersion * (1 / exposures.base + 1 / exposures.head));
  return (studentQuantile(level, degreesOfFreedom) + FOUR_IN_FIVE) * standardError;
}
