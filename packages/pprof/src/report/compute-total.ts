import { BASE_LABEL } from '../operations/subtract-base.ts';
import { ProfileError } from '../profile-error.ts';
import type { LabelSet, SampleTable } from '../profile.ts';

/** Whether a set of labels marks the samples of the base in a comparison. */
function isDiffBase(labels: LabelSet): boolean {
  return labels.strings.some(({ key, values }) => key === BASE_LABEL.key && values.includes(BASE_LABEL.value));
}

/**
 * What counts as 100 %: the sum of the sizes of all values, or of those of the base where samples are marked as base. With
 * divisors the sum is divided by theirs, in whole numbers.
 *
 * Throws `ProfileError` `out-of-range` where the sum passes 2^53. No sum of samples by function or stack is larger, so those need no check.
 */
export function computeTotal(samples: SampleTable, values: Float64Array, divisors?: Float64Array): number {
  const isBaseSet = samples.labelSets.map(isDiffBase);
  let all = 0;
  let allDivisors = 0;
  let divisorSizes = 0;
  let base = 0;
  let baseDivisors = 0;
  for (let sample = 0; sample < samples.length; sample++) {
    const value = Math.abs(values[sample]);
    const divisor = divisors ? divisors[sample] : 0;
    all += value;
    allDivisors += divisor;
    divisorSizes += Math.abs(divisor);
    if (isBaseSet[samples.labelSet[sample]]) {
      base += value;
      baseDivisors += divisor;
    }
  }
  if (all > Number.MAX_SAFE_INTEGER || divisorSizes > Number.MAX_SAFE_INTEGER) {
    throw new ProfileError('out-of-range', 'the values of the samples add up to more than 2^53; scale them to a coarser unit');
  }
  const [total, divisor] = base > 0 ? [base, baseDivisors] : [all, allDivisors];
  return divisor === 0 ? total : truncatedMean(total, divisor);
}

/** Divides as whole numbers are divided: towards 0, and never to -0. A divisor of 0 leaves the value. */
export function truncatedMean(value: number, divisor: number): number {
  return divisor === 0 ? value : Math.trunc(value / divisor) + 0;
}
