import { ProfileError } from '../profile-error.ts';
import type { Profile } from '../profile.ts';

/**
 * Finds the column of values that a user means: an index into {@link Profile.sampleTypes}.
 *
 * - `''` is the profile's default sample type, or the last one where the default is not there.
 * - A number is an index, from 0.
 * - A name is the type of the first sample type of that name; `inuse_space` also finds `space`.
 *
 * Throws `ProfileError` `incompatible` for anything else, and for a profile without sample types.
 */
export function sampleIndex(profile: Profile, choice: string): number {
  const types = profile.sampleTypes.map(({ type }) => type);
  if (types.length === 0) throw new ProfileError('incompatible', 'the profile has no sample types');
  if (choice === '') {
    const preferred = profile.defaultSampleType === '' ? -1 : types.indexOf(profile.defaultSampleType);
    return preferred === -1 ? types.length - 1 : preferred;
  }
  if (/^[+-]?\d+$/.test(choice)) {
    const index = Number(choice);
    if (index >= 0 && index < types.length) return index;
    throw new ProfileError('incompatible', `sample index ${choice} is outside the range 0 to ${types.length - 1}`);
  }
  const legacy = choice.replace(/^inuse_/, '');
  const found = types.findIndex((type) => type === choice || type === legacy);
  if (found === -1) {
    throw new ProfileError('incompatible', `there is no sample type "${choice}"; choose one of: ${types.join(', ')}`);
  }
  return found;
}
