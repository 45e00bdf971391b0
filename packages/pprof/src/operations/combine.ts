import type { Profile } from '../profile.ts';
import { compatibilizeSampleTypes } from './compatibilize-sample-types.ts';
import { ensureMapping } from './ensure-mapping.ts';
import { concatenate } from './concatenate.ts';
import { hasNegativeValue } from './has-negative-value.ts';
import { merge } from './merge.ts';
import { unifyUnits } from './unify-units.ts';

/** Options of {@link combine}. */
export interface CombineOptions {
  /**
   * The result is used only for sums over samples, as `top`, `tree`, `peek` and `tags` make them. Equal samples are then left apart
   * where that changes no sum and no total, which saves most of the time. Not for profiles that are scaled afterwards (by
   * `normalize`), because every sample is rounded on its own. Default false.
   */
  readonly forSums?: boolean | undefined;
}

/** pprof merges so many profiles at a time, which shows in the order of samples that cancel out in between. */
const CHUNK = 128;

/**
 * Merges profiles that may differ in their sample types and units, as `go tool pprof` does with several files: reduces them to the
 * sample types they share, converts to the finest unit, and {@link merge}s. One profile is not merged, only checked. Profiles
 * without mappings get an empty one.
 *
 * Throws what {@link compatibilizeSampleTypes}, {@link unifyUnits} and {@link merge} throw.
 */
export function combine(profiles: readonly Profile[], options: CombineOptions = {}): Profile {
  if (options.forSums && profiles.length > 1 && !profiles.some(hasNegativeValue)) return combineWith(profiles, concatenate);
  if (profiles.length <= CHUNK) return combineWith(profiles, merge);
  let combined = combineWith(profiles.slice(0, CHUNK), merge);
  for (let start = CHUNK; start < profiles.length; start += CHUNK) {
    combined = combineWith([combined, combineWith(profiles.slice(start, start + CHUNK), merge)], merge);
  }
  return combined;
}

/** Makes profiles fit and joins them with `join`; one profile is only checked. */
export function combineWith(profiles: readonly Profile[], join: (profiles: readonly Profile[]) => Profile): Profile {
  const fitting = unifyUnits(compatibilizeSampleTypes(profiles.map(ensureMapping)));
  return fitting.length === 1 ? fitting[0] : join(fitting);
}
