import type { Profile } from '@flamestep/pprof';

/** Columns that say how many samples a value stands for, beside the values themselves. */
const COUNT_OF: Readonly<Record<string, readonly string[]>> = {
  delay: ['contentions'],
  cpu: ['samples', 'sample'],
  wall: ['samples', 'sample'],
  space: ['objects', 'sample', 'samples'],
  alloc_space: ['alloc_objects'],
  inuse_space: ['inuse_objects'],
};

/**
 * How many samples each row of a column stands for; not always whole numbers. This, not the value, is what sampling noise goes by:
 * the count column where there is one; of a heap profile, whose objects are scaled up, the allocations that were really seen; otherwise
 * value by period. Where nothing is known, a row with a value counts as one sample.
 */
export function sampleCounts(profile: Profile, type: number): Float64Array {
  const { sampleTypes, samples, period, periodType } = profile;
  const { type: name, unit } = sampleTypes[type];
  const values = samples.values[type];
  const column =
    unit === 'count' ? type : sampleTypes.findIndex((each) => each.unit === 'count' && COUNT_OF[name]?.includes(each.type));
  const counts = column === -1 ? undefined : samples.values[column];

  if (counts && periodType.type === 'space' && period > 1) {
    const space = sampleTypes.findIndex(
      (each) => each.type === sampleTypes[column].type.replace('objects', 'space') && each.unit === 'bytes',
    );
    return space === -1 ? counts : seenAllocations(counts, samples.values[space], period);
  }
  if (counts) return counts.map((count, i) => (count === 0 && values[i] !== 0 ? 1 : count));
  if (period > 0 && periodType.unit === unit) return values.map((value) => value / period);
  return values.map((value) => (value === 0 ? 0 : 1));
}

/** The heap profiler sees an allocation of s bytes with chance 1 - exp(-s / period), and scales what it saw up by the inverse. */
function seenAllocations(objects: Float64Array, space: Float64Array, period: number): Float64Array {
  return objects.map((count, i) => (count === 0 ? (space[i] === 0 ? 0 : 1) : count * -Math.expm1(-space[i] / count / period)));
}
