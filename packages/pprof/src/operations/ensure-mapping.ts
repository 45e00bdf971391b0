import { UNKNOWN_MAPPING } from '../profile.ts';
import type { Profile } from '../profile.ts';

/** Gives a profile without mappings one empty mapping for all its locations, as `go tool pprof` does where it loads a profile. */
export function ensureMapping(profile: Profile): Profile {
  if (profile.mappings.length > 0) return profile;
  const { locations, sourceIds } = profile;
  return {
    ...profile,
    mappings: [UNKNOWN_MAPPING],
    locations: { ...locations, mapping: new Int32Array(locations.length) },
    ...(sourceIds ? { sourceIds: { ...sourceIds, mappings: BigUint64Array.of(1n) } } : {}),
  };
}
