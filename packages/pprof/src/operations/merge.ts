import { ProfileError } from '../profile-error.ts';
import type { Profile } from '../profile.ts';
import { combineHeaders, requireSameTypes } from './merge/combine-headers.ts';
import { leaveOutZeroSamples } from './merge/leave-out-zero-samples.ts';
import { SampleMerger } from './merge/sample-merger.ts';
import { SymbolMerger } from './merge/symbol-merger.ts';

/**
 * Merges profiles of the same sample types and period type into one, as pprof's `Merge` does. Values of samples with the same stack
 * and labels are added up; everything stands in the order in which it is first seen, and what no sample needs is left out.
 * Merging one profile compacts it.
 *
 * - A location is the same if its mapping, its address in it, its functions and lines are; a function if its name, system name,
 *   file and start line are; a mapping if its size, offset and build id (else file) are.
 * - Samples whose values are all 0, before or after adding up, are left out.
 * - Time is the earliest, duration the sum, period the largest; comments are joined; patterns come from the first profile.
 *
 * Throws `ProfileError` `incompatible` without profiles or where their types or units differ ({@link combine} makes them fit
 * first), and `out-of-range` where a sum passes 2^53.
 */
export function merge(profiles: readonly Profile[]): Profile {
  if (profiles.length === 0) throw new ProfileError('incompatible', 'there are no profiles to merge');
  requireSameTypes(profiles);
  const symbols = new SymbolMerger();
  const merger = new SampleMerger(profiles);
  for (const profile of profiles) merger.add(profile, symbols.from(profile));
  // Samples that cancelled out leave with all that only they needed, which moves what was first seen in them.
  return leaveOutZeroSamples({
    ...combineHeaders(profiles),
    samples: merger.samples(),
    stacks: merger.stacks(),
    locations: symbols.locationTable(),
    functions: symbols.functionTable(),
    mappings: symbols.mappings,
  });
}
