import { compareByteOrder } from './byte-order.ts';
import { NO_LABELS, UNKNOWN_MAPPING } from './profile.ts';
import type { LabelSet, Mapping, NumberLabel, Profile, SourceIds, StringLabel, ValueType } from './profile.ts';
import { ProfileError } from './profile-error.ts';

/** A line of a location: an index from {@link ProfileBuilder.addFunction}, with 1-based line and column (0 when unknown). */
export interface BuilderLine {
  /** Index from {@link ProfileBuilder.addFunction}. */
  readonly function: number;
  /** 1-based; 0, the default, when unknown. */
  readonly line?: number;
  /** 1-based; 0, the default, when unknown. */
  readonly column?: number;
}

/** A location, innermost inlined line first. */
export interface BuilderLocation {
  /** Index from {@link ProfileBuilder.addMapping}, or -1, the default. */
  readonly mapping?: number;
  /** In memory; 0 by default. */
  readonly address?: bigint;
  readonly lines?: readonly BuilderLine[];
  readonly isFolded?: boolean;
}

/** Header fields of a profile under construction; everything may be left out. */
export interface BuilderHeader {
  readonly defaultSampleType?: string;
  readonly dropFrames?: string;
  readonly keepFrames?: string;
  /** When it was recorded: nanoseconds since 1970-01-01 UTC. */
  readonly timeNanos?: bigint;
  /** How long it was recorded, in nanoseconds. */
  readonly durationNanos?: bigint;
  readonly periodType?: ValueType;
  /** Events between two samples, in the unit of `periodType`. */
  readonly period?: number;
  readonly comments?: readonly string[];
  readonly docUrl?: string;
  readonly sourceIds?: SourceIds;
}

/** One label as a producer knows it; see {@link ProfileBuilder.addLabelSet}. */
export type BuilderLabel =
  | { readonly key: string; readonly string: string }
  | { readonly key: string; readonly number: bigint; readonly unit?: string };

/**
 * Makes a {@link Profile} from parts, in the order in which they are added. Functions, locations and mappings are not
 * deduplicated: an importer decides what is the same.
 *
 * Throws `ProfileError` `dangling-reference` for an index that was not handed out, `malformed` for a wrong number of values,
 * `out-of-range` for a value that is no safe integer.
 */
export class ProfileBuilder {
  readonly #sampleTypes: readonly ValueType[];
  readonly #mappings: Mapping[] = [];
  readonly #names: string[] = [];
  readonly #systemNames: string[] = [];
  readonly #filenames: string[] = [];
  readonly #startLines: number[] = [];
  readonly #locationMapping: number[] = [];
  readonly #locationAddress: bigint[] = [];
  readonly #locationFolded: number[] = [];
  readonly #lineStart: number[] = [0];
  readonly #lineFunction: number[] = [];
  readonly #lineNumber: number[] = [];
  readonly #lineColumn: number[] = [];
  readonly #stackStart: number[] = [0];
  readonly #stackLocations: number[] = [];
  readonly #sampleStack: number[] = [];
  readonly #sampleLabelSet: number[] = [];
  readonly #values: number[][];
  readonly #labelSets: LabelSet[] = [NO_LABELS];

  constructor(sampleTypes: readonly ValueType[]) {
    this.#sampleTypes = sampleTypes;
    this.#values = sampleTypes.map(() => []);
  }

  /** Adds a mapping; what is left out is 0, empty or false. */
  addMapping(mapping: Partial<Mapping>): number {
    this.#mappings.push({ ...UNKNOWN_MAPPING, ...mapping });
    return this.#mappings.length - 1;
  }

  /** Adds a function. `systemName` is `name` where left out. */
  addFunction(name: string, details: { systemName?: string; filename?: string; startLine?: number } = {}): number {
    this.#names.push(name);
    this.#systemNames.push(details.systemName ?? name);
    this.#filenames.push(details.filename ?? '');
    this.#startLines.push(safeInteger(details.startLine ?? 0, 'start line'));
    return this.#names.length - 1;
  }

  /** Adds a place in the code. Returns its index, for stacks. */
  addLocation(location: BuilderLocation): number {
    const mapping = location.mapping ?? -1;
    if (mapping !== -1) this.#check(mapping, this.#mappings.length, 'mapping');
    this.#locationMapping.push(mapping);
    this.#locationAddress.push(location.address ?? 0n);
    this.#locationFolded.push(location.isFolded ? 1 : 0);
    for (const line of location.lines ?? []) {
      this.#check(line.function, this.#names.length, 'function');
      this.#lineFunction.push(line.function);
      this.#lineNumber.push(safeInteger(line.line ?? 0, 'line'));
      this.#lineColumn.push(safeInteger(line.column ?? 0, 'column'));
    }
    this.#lineStart.push(this.#lineFunction.length);
    return this.#locationMapping.length - 1;
  }

  /** Adds a stack of location indices, leaf first. */
  addStack(locations: readonly number[]): number {
    for (const location of locations) {
      this.#check(location, this.#locationMapping.length, 'location');
      this.#stackLocations.push(location);
    }
    this.#stackStart.push(this.#stackLocations.length);
    return this.#stackStart.length - 2;
  }

  /** Adds a set of labels; labels with the same key become the values of one. */
  addLabelSet(labels: readonly BuilderLabel[]): number {
    if (labels.length === 0) return 0;
    this.#labelSets.push(labelSetOf(labels));
    return this.#labelSets.length - 1;
  }

  /** Adds a sample: a stack index, one value for each sample type, and a label set index (0: no labels). */
  addSample(stack: number, values: readonly number[], labelSet = 0): number {
    this.#check(stack, this.#stackStart.length - 1, 'stack');
    this.#check(labelSet, this.#labelSets.length, 'label set');
    if (values.length !== this.#sampleTypes.length) {
      throw new ProfileError(
        'malformed',
        `a sample has ${values.length} values where the profile has ${this.#sampleTypes.length} sample types`,
      );
    }
    for (let i = 0; i < values.length; i++) this.#values[i].push(safeInteger(values[i], 'sample value'));
    this.#sampleStack.push(stack);
    this.#sampleLabelSet.push(labelSet);
    return this.#sampleStack.length - 1;
  }

  /** The profile with all that was added. */
  build(header: BuilderHeader = {}): Profile {
    const { sourceIds } = header;
    return {
      sampleTypes: this.#sampleTypes,
      defaultSampleType: header.defaultSampleType ?? '',
      samples: {
        length: this.#sampleStack.length,
        stack: Int32Array.from(this.#sampleStack),
        values: this.#values.map((column) => Float64Array.from(column)),
        labelSet: Int32Array.from(this.#sampleLabelSet),
        labelSets: [...this.#labelSets],
      },
      stacks: {
        length: this.#stackStart.length - 1,
        start: Uint32Array.from(this.#stackStart),
        locations: Int32Array.from(this.#stackLocations),
      },
      locations: {
        length: this.#locationMapping.length,
        mapping: Int32Array.from(this.#locationMapping),
        address: BigUint64Array.from(this.#locationAddress),
        isFolded: Uint8Array.from(this.#locationFolded),
        lineStart: Uint32Array.from(this.#lineStart),
        lineFunction: Int32Array.from(this.#lineFunction),
        lineNumber: Float64Array.from(this.#lineNumber),
        lineColumn: Float64Array.from(this.#lineColumn),
      },
      functions: {
        length: this.#names.length,
        name: [...this.#names],
        systemName: [...this.#systemNames],
        filename: [...this.#filenames],
        startLine: Float64Array.from(this.#startLines),
      },
      mappings: [...this.#mappings],
      dropFrames: header.dropFrames ?? '',
      keepFrames: header.keepFrames ?? '',
      timeNanos: header.timeNanos ?? 0n,
      durationNanos: header.durationNanos ?? 0n,
      periodType: header.periodType ?? { type: '', unit: '' },
      period: safeInteger(header.period ?? 0, 'period'),
      comments: header.comments ?? [],
      docUrl: header.docUrl ?? '',
      ...(sourceIds ? { sourceIds } : {}),
    };
  }

  #check(index: number, length: number, what: string): void {
    if (!Number.isInteger(index) || index < 0 || index >= length) {
      throw new ProfileError('dangling-reference', `there is no ${what} with index ${index}; add it before it is used`);
    }
  }
}

/** Groups labels by key into the sorted form of a {@link LabelSet}. A number 0 without a unit stays; the wire cannot hold it. */
export function labelSetOf(labels: readonly BuilderLabel[]): LabelSet {
  if (labels.length === 0) return NO_LABELS;
  const strings = new Map<string, string[]>();
  const numbers = new Map<string, { values: bigint[]; units: string[] }>();
  for (const label of labels) {
    if ('string' in label) {
      const values = strings.get(label.key);
      if (values) values.push(label.string);
      else strings.set(label.key, [label.string]);
    } else {
      let entry = numbers.get(label.key);
      if (!entry) numbers.set(label.key, (entry = { values: [], units: [] }));
      entry.values.push(label.number);
      entry.units.push(label.unit ?? '');
    }
  }
  const byKey = (a: { key: string }, b: { key: string }) => compareByteOrder(a.key, b.key);
  return {
    strings: [...strings].map(([key, values]): StringLabel => ({ key, values })).sort(byKey),
    numbers: [...numbers]
      .map(([key, { values, units }]): NumberLabel => ({ key, values, units: units.some((unit) => unit !== '') ? units : [] }))
      .sort(byKey),
  };
}

function safeInteger(value: number, what: string): number {
  if (!Number.isSafeInteger(value)) {
    throw new ProfileError('out-of-range', `${what} ${value} is no integer below 2^53; scale it to a coarser unit`);
  }
  return value;
}
