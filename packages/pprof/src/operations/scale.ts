import { lazyColumns } from '../lazy-columns.ts';
import { ProfileError } from '../profile-error.ts';
import type { Profile } from '../profile.ts';
import { keepSamples } from './keep-samples.ts';
import { markSamplesWithValue } from './mark-samples-with-value.ts';

/**
 * Multiplies the values of a profile: by one ratio, or by one for each sample type. Results are rounded to the nearest integer,
 * halves away from zero.
 *
 * As in pprof, samples that end up without a value are left out, and columns with a ratio of exactly 1 do not count there: a sample
 * that has a value only in such columns is left out too. Ratios that are all 1 give the profile itself.
 *
 * Throws `ProfileError` `incompatible` for another number of ratios than sample types, `out-of-range` where a value passes 2^53.
 */
export function scale(profile: Profile, ratios: number | readonly number[]): Profile {
  const { samples, sampleTypes } = profile;
  const ratioOf = typeof ratios === 'number' ? sampleTypes.map(() => ratios) : ratios;
  if (ratioOf.length !== sampleTypes.length) {
    throw new ProfileError(
      'incompatible',
      `got ${ratioOf.length} ratios for ${sampleTypes.length} sample types; give one for each`,
    );
  }
  if (ratioOf.every((ratio) => ratio === 1)) return profile;
  if (ratioOf.every((ratio) => ratio === -1)) return negate(profile);
  const keep = new Uint8Array(samples.length);
  const values = samples.values.map((column, i) => (ratioOf[i] === 1 ? column : scaled(column, ratioOf[i], keep)));
  return { ...profile, samples: keepSamples({ ...samples, values }, keep) };
}

/** What {@link scale} by -1 comes to: nothing is rounded, and nothing grows. */
function negate(profile: Profile): Profile {
  const samples = keepSamples(profile.samples, markSamplesWithValue(profile.samples));
  const values = lazyColumns(samples.values.length, (column) => samples.values[column].map((value) => 0 - value));
  return { ...profile, samples: { ...samples, values } };
}

/** Multiplies a column and marks the rows that are not 0 after it. */
function scaled(column: Float64Array, ratio: number, keep: Uint8Array): Float64Array {
  const result = new Float64Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const value = roundHalfAwayFromZero(column[row] * ratio);
    if (!Number.isSafeInteger(value)) {
      throw new ProfileError('out-of-range', `${column[row]} times ${ratio} passes 2^53; scale to a coarser unit`);
    }
    result[row] = value;
    if (value !== 0) keep[row] = 1;
  }
  return result;
}

/** Go's `math.Round`; never -0. */
function roundHalfAwayFromZero(value: number): number {
  return value < 0 ? 0 - Math.round(0 - value) : Math.round(value) + 0;
}
