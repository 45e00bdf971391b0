import type { Profile } from '@flamestep/pprof';
import { DiffError } from '../diff-error.ts';
import type { RunStacks } from '../stacks/run-stacks.ts';
import type { MeasuredRun } from './measured-run.ts';
import { sampleCounts } from './sample-counts.ts';

/**
 * Adds up a run by entity, of which there are `length`, for each of the sample types given by their columns. `where` names the run in errors. Throws a
 * {@link DiffError} where a value is negative: a difference has no sampling noise that could be known.
 */
export function measureRun(stacks: RunStacks, length: number, types: readonly number[], where: string): MeasuredRun[] {
  const { profile } = stacks;
  const { samples } = profile;
  const columns = types.map((type) => ({ values: samples.values[type], counts: sampleCounts(profile, type) }));
  const measured = columns.map(() => ({
    self: new Float64Array(length),
    total: new Float64Array(length),
    samples: new Float64Array(length),
    variance: new Float64Array(length),
    whole: 0,
    wholeSamples: 0,
    wholeVariance: 0,
    period: profile.period,
  }));

  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    const leaf = stacks.leaf[stack];
    for (let t = 0; t < columns.length; t++) {
      const value = columns[t].values[sample];
      if (value === 0) continue;
      if (value < 0) throw negativeValue(profile, types[t], where);
      const count = columns[t].counts[sample];
      const variance = (value * value) / count;
      const run = measured[t];
      run.whole += value;
      run.wholeSamples += count;
      run.wholeVariance += variance;
      if (leaf === -1) continue;
      run.self[leaf] += value;
      run.samples[leaf] += count;
      run.variance[leaf] += variance;
      for (let i = stacks.start[stack]; i < stacks.start[stack + 1]; i++) run.total[stacks.entity[i]] += value;
    }
  }
  return measured;
}

function negativeValue({ sampleTypes }: Profile, type: number, where: string): DiffError {
  return new DiffError(
    'negative-value',
    `${where} has negative ${sampleTypes[type].type} values: it is the difference of two profiles. Give the profiles themselves`,
  );
}
