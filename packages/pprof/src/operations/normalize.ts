import { ProfileError } from '../profile-error.ts';
import type { Profile } from '../profile.ts';
import { requireSameTypes } from './merge/combine-headers.ts';
import { scale } from './scale.ts';

/**
 * Scales a profile to the totals of another, each sample type for itself, so that the two compare as if they had run for the same
 * time. A column whose values add up to 0 becomes 0. Single values are rounded, so that the totals come close, not always equal;
 * and what {@link scale} says about ratios of 1 holds here too.
 *
 * Throws `ProfileError` `incompatible` where the sample types, their units or the period types differ, `out-of-range` where a sum
 * passes 2^53.
 */
export function normalize(profile: Profile, base: Profile): Profile {
  requireSameTypes([profile, base]);
  const wanted = totals(base);
  return scale(
    profile,
    totals(profile).map((total, i) => (total === 0 ? 0 : wanted[i] / total)),
  );
}

function totals({ samples, sampleTypes }: Profile): number[] {
  return samples.values.map((column, i) => {
    let total = 0;
    for (let row = 0; row < column.length; row++) {
      total += column[row];
      if (!Number.isSafeInteger(total)) {
        const { type, unit } = sampleTypes[i];
        throw new ProfileError(
          'out-of-range',
          `the sum of ${type} passes 2^53 ${unit}; scale the profile to a coarser unit first`,
        );
      }
    }
    return total;
  });
}
