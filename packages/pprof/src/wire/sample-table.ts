import { lazyColumns } from '../lazy-columns.ts';
import type { Profile, SampleTable, StackTable } from '../profile.ts';
import { ProfileError } from '../profile-error.ts';
import type { IdTable } from './id-table.ts';
import { LabelReader } from './label-reader.ts';
import type { RawProfile } from './raw-profile.ts';
import type { Repairs } from './repairs.ts';
import type { RawSamples } from './raw-samples.ts';

/** Turns what the samples say in ids into stacks, columns of values and label sets. Stack `i` is that of sample `i`. */
export function buildSamples(
  raw: RawProfile,
  bytes: Uint8Array,
  width: number,
  locationIds: IdTable,
  text: (index: number, referrer: string) => string,
  repairs: Repairs,
): Pick<Profile, 'samples' | 'stacks'> {
  const { samples } = raw;
  if (width === 0 && samples.length > 0) {
    throw new ProfileError('malformed', 'the profile has samples but no sample type; values without a meaning cannot be used');
  }
  const stacks = resolveStacks(samples, locationIds, repairs);
  const { labelSet, labelSets } = new LabelReader(bytes, text).read(samples);
  const table: SampleTable = {
    length: samples.length,
    stack: countUp(samples.length),
    values: hasEvenWidth(samples, width) ? columns(samples, width) : [],
    labelSet,
    labelSets,
  };
  if (table.values.length === width) return { samples: table, stacks };
  return { samples: dropUneven(table, samples, width, repairs), stacks };
}

function countUp(length: number): Int32Array {
  const column = new Int32Array(length);
  for (let i = 0; i < length; i++) column[i] = i;
  return column;
}

function hasEvenWidth({ length, valueStart }: RawSamples, width: number): boolean {
  for (let i = 1; i <= length; i++) {
    if (valueStart[i] - valueStart[i - 1] !== width) return false;
  }
  return true;
}

function resolveStacks(samples: RawSamples, locationIds: IdTable, repairs: Repairs): StackTable {
  const { length, stackStart: start, references, largestId, largeIds, hasZeroId } = samples;
  const known = locationIds.length;
  const isSequential = locationIds.isSequential && largeIds.length === 0;
  if (isSequential) {
    const stacks = { length, start, locations: references };
    // The usual case needs no further pass: the references are the indices.
    return largestId <= known && !hasZeroId ? stacks : dropDangling(stacks, known, repairs);
  }
  const locations = new Int32Array(references.length);
  for (let i = 0; i < locations.length; i++) {
    const reference = references[i];
    locations[i] = locationIds.indexOf(reference < -1 ? largeIds[-2 - reference] : reference + 1);
  }
  return dropDangling({ length, start, locations }, known, repairs);
}

/** Reports references to locations that do not exist and, in lenient mode, takes the frames out of their stacks. */
function dropDangling(stacks: StackTable, known: number, repairs: Repairs): StackTable {
  const { start, locations, length } = stacks;
  const newStart = new Uint32Array(length + 1);
  let kept = 0;
  for (let stack = 0; stack < length; stack++) {
    for (let i = start[stack]; i < start[stack + 1]; i++) {
      if (locations[i] >= 0 && locations[i] < known) locations[kept++] = locations[i];
      else {
        const message = `sample ${stack} refers to a location that does not exist`;
        repairs.fault('location of a sample', 'dangling-reference', message, 'the frame is dropped');
      }
    }
    newStart[stack + 1] = kept;
  }
  return { length, start: newStart, locations: locations.slice(0, kept) };
}

function columns({ length, values }: RawSamples, width: number): readonly Float64Array[] {
  return width === 1 ? [values] : lazyColumns(width, (column) => strided(values, column, width, length));
}

function strided(values: Float64Array, first: number, step: number, length: number): Float64Array {
  const column = new Float64Array(length);
  for (let i = 0, at = first; i < length; i++, at += step) column[i] = values[at];
  return column;
}

/** Reports samples with the wrong number of values and, in lenient mode, leaves them out. */
function dropUneven(table: SampleTable, raw: RawSamples, width: number, repairs: Repairs): SampleTable {
  const kept: number[] = [];
  for (let i = 0; i < raw.length; i++) {
    const count = raw.valueStart[i + 1] - raw.valueStart[i];
    if (count === width) kept.push(i);
    else {
      const message = `sample ${i} has ${count} values, but the profile has ${width} sample types`;
      repairs.fault('number of values', 'malformed', message, 'the sample is dropped');
    }
  }
  return {
    length: kept.length,
    stack: Int32Array.from(kept, (i) => table.stack[i]),
    values: Array.from({ length: width }, (_, column) => Float64Array.from(kept, (i) => raw.values[raw.valueStart[i] + column])),
    labelSet: Int32Array.from(kept, (i) => table.labelSet[i]),
    labelSets: table.labelSets,
  };
}
