import type { Profile } from '@flamestep/pprof';
import { DiffError } from '../diff-error.ts';
import type { MeasuredRun } from './measured-run.ts';
import { sampleCounts } from './sample-counts.ts';

/** Where the functions of a run belong. */
export interface RunEntities {
  /** Function index -> entity. */
  readonly entityOf: Int32Array;
  /** Number of entities. */
  readonly length: number;
  /** The entity of frames without a function. */
  readonly unknown: number;
}

/**
 * Adds up a run by entity, for each of the sample types given by their columns. `where` names the run in errors. Throws a
 * {@link DiffError} where a value is negative: a difference has no sampling noise that could be known.
 */
export function measureRun(profile: Profile, entities: RunEntities, types: readonly number[], where: string): MeasuredRun[] {
  const { samples, stacks } = profile;
  const columns = types.map((type) => ({ values: samples.values[type], counts: sampleCounts(profile, type) }));
  const measured = columns.map(() => ({
    self: new Float64Array(entities.length),
    total: new Float64Array(entities.length),
    samples: new Float64Array(entities.length),
    variance: new Float64Array(entities.length),
    whole: 0,
    wholeSamples: 0,
    wholeVariance: 0,
    period: profile.period,
  }));
  const frames = stackEntities(profile, entities);

  for (let sample = 0; sample < samples.length; sample++) {
    const stack = samples.stack[sample];
    const leaf = stacks.start[stack] < stacks.start[stack + 1] ? frames.leaf[stack] : -1;
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
      for (let i = frames.start[stack]; i < frames.start[stack + 1]; i++) run.total[frames.entities[i]] += value;
    }
  }
  return measured;
}

/** The entities on each stack, each once, and the one at its leaf. */
function stackEntities({ stacks, locations }: Profile, { entityOf, length, unknown }: RunEntities) {
  const leaf = new Int32Array(stacks.length);
  const start = new Uint32Array(stacks.length + 1);
  let entities = new Int32Array(stacks.locations.length * 2 + 16);
  const seenOn = new Int32Array(length).fill(-1);
  let used = 0;
  for (let stack = 0; stack < stacks.length; stack++) {
    let isLeaf = true;
    for (let frame = stacks.start[stack]; frame < stacks.start[stack + 1]; frame++) {
      const location = stacks.locations[frame];
      const end = locations.lineStart[location + 1];
      let line = locations.lineStart[location];
      // A location without lines is one frame, of the unknown function.
      do {
        const entity = line < end ? entityOf[locations.lineFunction[line]] : unknown;
        if (isLeaf) leaf[stack] = entity;
        isLeaf = false;
        if (seenOn[entity] === stack) continue;
        seenOn[entity] = stack;
        if (used === entities.length) {
          const grown = new Int32Array(used * 2);
          grown.set(entities);
          entities = grown;
        }
        entities[used++] = entity;
      } while (++line < end);
    }
    start[stack + 1] = used;
  }
  return { leaf, start, entities };
}

function negativeValue({ sampleTypes }: Profile, type: number, where: string): DiffError {
  return new DiffError(
    'negative-value',
    `${where} has negative ${sampleTypes[type].type} values: it is the difference of two profiles. Give the profiles themselves`,
  );
}
