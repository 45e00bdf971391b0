import { scaledLabel } from '../measurement/label.ts';
import type { LabelSet, Profile, SampleTable, StackTable } from '../profile.ts';
import { SequenceTable } from './merge/sequence-table.ts';
import { usedLabelSets } from './used-label-sets.ts';

/** Which labels become frames; `unit` is the one that numeric values are written in. */
export interface TagFrameOptions {
  /** Keys of labels for new frames at the root; the first key is the outermost. */
  readonly root?: readonly string[] | undefined;
  /** Keys of labels for new frames at the leaf; the last key is the innermost. */
  readonly leaf?: readonly string[] | undefined;
  /** `'minimum'` where left out, see {@link scaledLabel}. */
  readonly unit?: string | undefined;
}

/** A profile with frames for labels, and whether any sample had one of the labels. */
export interface TagFrameResult {
  readonly profile: Profile;
  readonly matched: { readonly root: boolean; readonly leaf: boolean };
}

/**
 * Makes frames of labels, as pprof's `tagroot` and `tagleaf` do. Each sample gets a frame for each key: its name is the sample's
 * values of that label, joined by commas, its file the key. A sample without the label gets a frame without a name.
 */
export function addTagFrames(profile: Profile, options: TagFrameOptions): TagFrameResult {
  const { root = [], leaf = [], unit = 'minimum' } = options;
  const { samples, locations } = profile;
  const matched = { root: false, leaf: false };
  if (root.length === 0 && leaf.length === 0) return { profile, matched };

  const added: Frame[] = [];
  const known = new Map<string, number>();
  const frameOf = (key: string, values: readonly string[]): number => {
    const name = values.join(',');
    const text = `${key.length}:${key}${name}`;
    let index = known.get(text);
    if (index === undefined) known.set(text, (index = locations.length + added.push({ name, key }) - 1));
    return index;
  };
  const framesOf = (labels: LabelSet, keys: readonly string[], side: 'root' | 'leaf'): number[] =>
    keys.toReversed().map((key) => {
      const values = labelValues(labels, key, unit);
      if (values.length > 0) matched[side] = true;
      return frameOf(key, values);
    });

  const framesOfSet: SetFrames[] = [];
  for (const set of usedLabelSets(samples)) {
    const labels = samples.labelSets[set];
    framesOfSet[set] = { root: framesOf(labels, root, 'root'), leaf: framesOf(labels, leaf, 'leaf') };
  }
  return { profile: { ...withFrames(profile, added), ...frameStacks(profile, framesOfSet) }, matched };
}

interface Frame {
  readonly name: string;
  readonly key: string;
}

/** The new locations of the samples with one set of labels, innermost first. */
interface SetFrames {
  readonly root: readonly number[];
  readonly leaf: readonly number[];
}

function labelValues({ strings, numbers }: LabelSet, key: string, unit: string): string[] {
  const texts = strings.find((label) => label.key === key)?.values ?? [];
  const number = numbers.find((label) => label.key === key);
  if (!number) return [...texts];
  const { values, units } = number;
  const labels = values.map((value, i) =>
    units.length > 0 ? scaledLabel(Number(value), units[i], unit) : scaledLabel(Number(value), '', ''),
  );
  return [...texts, ...labels];
}

/** The profile with a function and a location for each frame, behind those it has. */
function withFrames(profile: Profile, frames: readonly Frame[]): Profile {
  const { functions, locations, sourceIds } = profile;
  const zeros = frames.map(() => 0);
  const lastId = sourceIds?.locations.reduce((max, id) => (id > max ? id : max), 0n) ?? 0n;
  return {
    ...profile,
    functions: {
      length: functions.length + frames.length,
      name: [...functions.name, ...frames.map(({ name }) => name)],
      systemName: [...functions.systemName, ...frames.map(() => '')],
      filename: [...functions.filename, ...frames.map(({ key }) => key)],
      startLine: extended(functions.startLine, zeros),
    },
    locations: {
      length: locations.length + frames.length,
      mapping: extended(
        locations.mapping,
        frames.map(() => -1),
      ),
      address: extended64(
        locations.address,
        frames.map(() => 0n),
      ),
      isFolded: extended(locations.isFolded, zeros),
      lineStart: extended(
        locations.lineStart,
        frames.map((_, i) => locations.lineFunction.length + i + 1),
      ),
      lineFunction: extended(
        locations.lineFunction,
        frames.map((_, i) => functions.length + i),
      ),
      lineNumber: extended(locations.lineNumber, zeros),
      lineColumn: extended(locations.lineColumn, zeros),
    },
    ...(sourceIds
      ? {
          sourceIds: {
            ...sourceIds,
            locations: extended64(
              sourceIds.locations,
              frames.map((_, i) => lastId + BigInt(i + 1)),
            ),
          },
        }
      : {}),
  };
}

/** A stack for each pair of a stack and a set of labels: frames at the leaf, the old stack, frames at the root. */
function frameStacks(
  { samples, stacks }: Profile,
  framesOfSet: readonly SetFrames[],
): { samples: SampleTable; stacks: StackTable } {
  const pairs = new SequenceTable(samples.length, samples.length * 2);
  const stack = new Int32Array(samples.length);
  const start = [0];
  for (let sample = 0; sample < samples.length; sample++) {
    const set = samples.labelSet[sample];
    const old = samples.stack[sample];
    stack[sample] = pairs.internItems([old, set]);
    if (stack[sample] < start.length - 1) continue;
    const { leaf, root } = framesOfSet[set];
    start.push(start[start.length - 1] + leaf.length + (stacks.start[old + 1] - stacks.start[old]) + root.length);
  }
  const locations = new Int32Array(start[start.length - 1]);
  const { items } = pairs;
  for (let pair = 0; pair < pairs.length; pair++) {
    const [old, set] = [items[pair * 2], items[pair * 2 + 1]];
    const oldLocations = stacks.locations.subarray(stacks.start[old], stacks.start[old + 1]);
    locations.set(framesOfSet[set].leaf, start[pair]);
    locations.set(oldLocations, start[pair] + framesOfSet[set].leaf.length);
    locations.set(framesOfSet[set].root, start[pair + 1] - framesOfSet[set].root.length);
  }
  return { samples: { ...samples, stack }, stacks: { length: pairs.length, start: Uint32Array.from(start), locations } };
}

function extended<Column extends Int32Array | Uint32Array | Uint8Array | Float64Array>(
  column: Column,
  added: readonly number[],
): Column {
  // Each of these constructors takes a length and makes an array of the same kind.
  const longer = new (column.constructor as new (length: number) => Column)(column.length + added.length);
  longer.set(column);
  longer.set(added, column.length);
  return longer;
}

function extended64(column: BigUint64Array, added: readonly bigint[]): BigUint64Array {
  const longer = new BigUint64Array(column.length + added.length);
  longer.set(column);
  longer.set(added, column.length);
  return longer;
}
