import { ProfileError } from '../profile-error.ts';
import type { Profile } from '../profile.ts';

/**
 * Reduces profiles to the sample types that all of them have, in the order of the first one; types are compared by name, not by
 * unit. A profile that loses or reorders types keeps its default sample type if that is left, else the first one becomes it.
 *
 * Throws `ProfileError` `incompatible` where no type is common to all. A type that a profile names twice is common to none, as in
 * pprof.
 */
export function compatibilizeSampleTypes(profiles: readonly Profile[]): Profile[] {
  if (profiles.length === 0) return [];
  const counts = new Map<string, number>();
  for (const { sampleTypes } of profiles) for (const { type } of sampleTypes) counts.set(type, (counts.get(type) ?? 0) + 1);
  const common = profiles[0].sampleTypes.map(({ type }) => type).filter((type) => counts.get(type) === profiles.length);
  if (common.length === 0) {
    throw new ProfileError('incompatible', 'the profiles have no sample type in common; give profiles of one kind');
  }
  return profiles.map((profile) => reduce(profile, common));
}

function reduce(profile: Profile, types: readonly string[]): Profile {
  const { sampleTypes, samples, defaultSampleType } = profile;
  const columns = types.map((type) => sampleTypes.findIndex((candidate) => candidate.type === type));
  if (columns.includes(-1)) {
    throw new ProfileError(
      'incompatible',
      `a profile names ${types[columns.indexOf(-1)]} twice and another one does not have it`,
    );
  }
  if (columns.length === sampleTypes.length && columns.every((column, i) => column === i)) return profile;
  return {
    ...profile,
    sampleTypes: columns.map((column) => sampleTypes[column]),
    defaultSampleType: types.includes(defaultSampleType) ? defaultSampleType : types[0],
    samples: { ...samples, values: columns.map((column) => samples.values[column]) },
  };
}
