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
  const isBase = Uint8Array.from(samples.labelSets, (labels) => (isDiffBase(labels) ? 1 : 0));
  const all = sumOfSizes(values);
  if (all > Number.MAX_SAFE_INTEGER || (divisors && sumOfSizes(divisors) > Number.MAX_SAFE_INTEGER)) {
    throw new ProfileError('out-of-range', 'the values of the samples add up to more than 2^53; scale them to a coarser unit');
  }
  let base = 0;
  let divisor = 0;
  let baseDivisor = 0;
  if (divisors || isBase.includes(1)) {
    for (let sample = 0; sample < samples.length; sample++) {
      const count = divisors ? divisors[sample] : 0;
      divisor += count;
      if (isBase[samples.labelSet[sample]] === 0) continue;
      base += Math.abs(values[sample]);
      baseDivisor += count;
    }
  }
  return base > 0 ? truncatedMean(base, baseDivisor) : truncatedMean(all, divisor);
}

function sumOfSizes(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]);
  return sum;
}

/** Divides as whole numbers are divided: towards 0, and never to -0. A divisor of 0 leaves the value. */
export function truncatedMean(value: number, divisor: number): number {
  return divisor === 0 ? value : Math.trunc(value / divisor) + 0;
}
