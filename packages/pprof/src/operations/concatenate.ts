import { indexColumn } from '../index-column.ts';
import type { IndexColumn } from '../index-column.ts';
import { lazyColumns } from '../lazy-columns.ts';
import { ProfileError } from '../profile-error.ts';
import type { Profile, SampleTable, StackTable } from '../profile.ts';
import { keepSamples } from './keep-samples.ts';
import { combineHeaders, requireSameTypes } from './merge/combine-headers.ts';
import { LabelSetMerger } from './merge/label-set-merger.ts';
import { markSamplesWithValue } from './mark-samples-with-value.ts';
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
  const locations = symbols.locationTable();
  return {
    ...combineHeaders(profiles),
    samples: concatenateSamples(profiles),
    stacks: concatenateStacks(profiles, sources, locations.length),
    locations,
    functions: symbols.functionTable(),
    mappings: symbols.mappings,
  };
}

/** `entries` is the number of locations that all stacks together refer to. */
function concatenateStacks(profiles: readonly Profile[], sources: readonly SourceSymbols[], entries: number): StackTable {
  const length = sum(profiles, ({ stacks }) => stacks.length);
  const start = new Uint32Array(length + 1);
  const locations = indexColumn(
    sum(profiles, ({ stacks }) => stacks.locations.length),
    entries,
  );
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
  const tables = profiles.map(({ samples }) => keepSamples(samples, markSamplesWithValue(samples)));
  const length = tables.reduce((total, samples) => total + samples.length, 0);
  const stack = new Int32Array(length);
  const labelSet = new Int32Array(length);
  const labelSets = new LabelSetMerger();
  let sampleOffset = 0;
  let stackOffset = 0;
  for (const [index, { stacks }] of profiles.entries()) {
    const samples = tables[index];
    const mergedSets = Int32Array.from(samples.labelSets, (set) => labelSets.merge(set));
    copyShifted(samples.stack, stack, sampleOffset, stackOffset);
    copyTranslated(samples.labelSet, mergedSets, labelSet, sampleOffset);
    sampleOffset += samples.length;
    stackOffset += stacks.length;
  }
  const values = lazyColumns(profiles[0].sampleTypes.length, (column) => joined(tables, column, length));
  return { length, stack, values, labelSet, labelSets: labelSets.labelSets };
}

/** Copies a column to `at`, with `shift` added to each entry. */
function copyShifted<Column extends Int32Array | Uint32Array>(source: Column, target: Column, at: number, shift: number): void {
  for (let i = 0; i < source.length; i++) target[at + i] = source[i] + shift;
}

/** Copies a column of indices to `at`, each replaced by its translation. Those of the first profile mostly stay what they are. */
function copyTranslated(source: IndexColumn, translation: Int32Array, target: IndexColumn, at: number): void {
  if (translation.every((translated, index) => translated === index)) {
    target.set(source, at);
    return;
  }
  for (let i = 0; i < source.length; i++) target[at + i] = translation[source[i]];
}

function joined(tables: readonly SampleTable[], column: number, length: number): Float64Array {
  const values = new Float64Array(length);
  let offset = 0;
  for (const table of tables) {
    values.set(table.values[column], offset);
    offset += table.length;
  }
  return values;
}

function sum(profiles: readonly Profile[], size: (profile: Profile) => number): number {
  return profiles.reduce((total, profile) => total + size(profile), 0);
}
