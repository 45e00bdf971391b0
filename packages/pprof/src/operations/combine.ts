import type { Profile } from '../profile.ts';
import { compatibilizeSampleTypes } from './compatibilize-sample-types.ts';
import { merge } from './merge.ts';
import { unifyUnits } from './unify-units.ts';

/** pprof merges so many profiles at a time, which shows in the order of samples that cancel out in between. */
const CHUNK = 128;

/**
 * Merges profiles that may differ in their sample types and units, as `go tool pprof` does with several files: reduces them to the
 * sample types they share, converts to the finest unit, and {@link merge}s. One profile is not merged, only checked.
 *
 * Throws what {@link compatibilizeSampleTypes}, {@link unifyUnits} and {@link merge} throw.
 */
export function combine(profiles: readonly Profile[]): Profile {
  if (profiles.length <= CHUNK) return combineChunk(profiles);
  let combined = combineChunk(profiles.slice(0, CHUNK));
  for (let start = CHUNK; start < profiles.length; start += CHUNK) {
    combined = combineChunk([combined, combineChunk(profiles.slice(start, start + CHUNK))]);
  }
  return combined;
}

function combineChunk(profiles: readonly Profile[]): Profile {
  const fitting = unifyUnits(compatibilizeSampleTypes(profiles));
  return fitting.length === 1 ? fitting[0] : merge(fitting);
}
