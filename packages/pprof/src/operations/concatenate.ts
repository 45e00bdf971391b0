import { ProfileError } from '../profile-error.ts';
import type { Profile, SampleTable, StackTable } from '../profile.ts';
import { keepSamples } from './keep-samples.ts';
import { combineHeaders, requireSameTypes } from './merge/combine-headers.ts';
import { LabelSetMerger } from './merge/label-set-merger.ts';
import { isZeroSample } from './merge/is-zero-sample.ts';
import { SymbolMerger } from './merge/symbol-merger.ts';
import type { SourceSymbols } from './merge/symbol-merger.ts';

/**
 * Puts profiles one behind the other, as {@link merge} does, but leaves samples with the same stack and labels apart: many times
 * faster, and just as good for whatever adds samples up in the end.
 *
 * Throws `ProfileError` `incompatible` without profiles or where their types or units differ.
 */
export function concatenate(profiles: readonly Profile[]): Profile {
  if (profiles.length === 0) throw new ProfileError('incompatible', 'there are no profiles to put together');
  requireSameTypes(profiles);
  const symbols = new SymbolMerger();
  const sources = profiles.map((profile) => {
    const source = symbols.from(profile);
    for (let location = 0; location < profile.locations.length; location++) source.mergeLocation(location);
    return source;
  });
  return {
    ...combineHeaders(profiles),
    samples: concatenateSamples(profiles),
    stacks: concatenateStacks(profiles, sources),
    locations: symbols.locationTable(),
    functions: symbols.functionTable(),
    mappings: symbols.mappings,
  };
}

function concatenateStacks(profiles: readonly Profile[], sources: readonly SourceSymbols[]): StackTable {
  const length = sum(profiles, ({ stacks }) => stacks.length);
  const start = new Uint32Array(length + 1);
  const locations = new Int32Array(sum(profiles, ({ stacks }) => stacks.locations.length));
  let stackOffset = 0;
  let locationOffset = 0;
  for (const [index, { stacks }] of profiles.entries()) {
    copyShifted(stacks.start, start, stackOffset, locationOffset);
    copyTranslated(stacks.locations, sources[index].locations, locations, locationOffset);
    stackOffset += stacks.length;
    locationOffset += stacks.locations.length;
  }
  return { length, start, locations };
}

function concatenateSamples(profiles: readonly Profile[]): SampleTable {
  const tables = profiles.map(({ samples }) => samplesWithValues(samples));
  const length = tables.reduce((total, samples) => total + samples.length, 0);
  const stack = new Int32Array(length);
  const labelSet = new Int32Array(length);
  const values = profiles[0].sampleTypes.map(() => new Float64Array(length));
  const labelSets = new LabelSetMerger();
  let sampleOffset = 0;
  let stackOffset = 0;
  for (const [index, { stacks }] of profiles.entries()) {
    const samples = tables[index];
    const mergedSets = Int32Array.from(samples.labelSets, (set) => labelSets.merge(set));
    copyShifted(samples.stack, stack, sampleOffset, stackOffset);
    copyTranslated(samples.labelSet, mergedSets, labelSet, sampleOffset);
    for (const [column, source] of samples.values.entries()) values[column].set(source, sampleOffset);
    sampleOffset += samples.length;
    stackOffset += stacks.length;
  }
  return { length, stack, values, labelSet, labelSets: labelSets.labelSets };
}

/** Copies a column to `at`, with `shift` added to each entry. */
function copyShifted<Column extends Int32Array | Uint32Array>(source: Column, target: Column, at: number, shift: number): void {
  for (let i = 0; i < source.length; i++) target[at + i] = source[i] + shift;
}

/** Copies a column of indices to `at`, each replaced by its translation. Those of the first profile mostly stay what they are. */
function copyTranslated(source: Int32Array, translation: Int32Array, target: Int32Array, at: number): void {
  if (translation.every((translated, index) => translated === index)) {
    target.set(source, at);
    return;
  }
  for (let i = 0; i < source.length; i++) target[at + i] = translation[source[i]];
}

function samplesWithValues(samples: SampleTable): SampleTable {
  const keep = new Uint8Array(samples.length);
  for (let sample = 0; sample < samples.length; sample++) keep[sample] = isZeroSample(samples, sample) ? 0 : 1;
  return keepSamples(samples, keep);
}

function sum(profiles: readonly Profile[], size: (profile: Profile) => number): number {
  return profiles.reduce((total, profile) => total + size(profile), 0);
}
