import type { Profile, SampleTable } from '../../profile.ts';
import { keepSamples } from '../keep-samples.ts';
import { markSamplesWithValue } from '../mark-samples-with-value.ts';
import { LabelSetMerger } from './label-set-merger.ts';
import { SymbolMerger } from './symbol-merger.ts';

/**
 * Leaves out samples whose values are all 0 and everything that only they needed; the rest is numbered as the samples that stay
 * need it. For a merged profile this is what merging it once more gives, without looking for equal entries that it cannot have.
 */
export function leaveOutZeroSamples(merged: Profile): Profile {
  const samples = keepSamples(merged.samples, markSamplesWithValue(merged.samples));
  return samples === merged.samples ? merged : renumber({ ...merged, samples });
}

function renumber(profile: Profile): Profile {
  const { samples, stacks } = profile;
  const symbols = new SymbolMerger();
  const source = symbols.from(profile);
  const newStacks = new Int32Array(stacks.length).fill(-1);
  const start = new Uint32Array(stacks.length + 1);
  const locations = new Int32Array(stacks.locations.length);
  const stack = new Int32Array(samples.length);
  let length = 0;
  for (let sample = 0; sample < samples.length; sample++) {
    const old = samples.stack[sample];
    if (newStacks[old] === -1) {
      const [from, to, at] = [stacks.start[old], stacks.start[old + 1], start[length]];
      source.mergeStack(old);
      for (let i = from; i < to; i++) locations[at + i - from] = source.locations[stacks.locations[i]];
      newStacks[old] = length++;
      start[length] = at + (to - from);
    }
    stack[sample] = newStacks[old];
  }
  return {
    ...profile,
    samples: { ...samples, stack, ...usedLabelSets(samples) },
    stacks: { length, start: start.slice(0, length + 1), locations: locations.slice(0, start[length]) },
    locations: symbols.locationTable(),
    functions: symbols.functionTable(),
    mappings: symbols.mappings,
  };
}

function usedLabelSets({ labelSet, labelSets }: SampleTable): Pick<SampleTable, 'labelSet' | 'labelSets'> {
  const merger = new LabelSetMerger();
  const merged = new Int32Array(labelSets.length).fill(-1);
  return {
    labelSet: labelSet.map((set) => {
      if (merged[set] === -1) merged[set] = merger.merge(labelSets[set]);
      return merged[set];
    }),
    labelSets: merger.labelSets,
  };
}
