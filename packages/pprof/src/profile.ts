import type { IndexColumn } from './index-column.ts';

/** What a column of values measures: `{ type: 'cpu', unit: 'nanoseconds' }`. */
export interface ValueType {
  readonly type: string;
  readonly unit: string;
}

/**
 * A profile in memory: immutable, columnar, with dense indices.
 *
 * Indices start at 0 and count in file order; -1 stands for "none". The wire's 64-bit ids and string-table numbers do not
 * appear (see {@link SourceIds} for the one exception). Only `decode`, `decodeLenient`, the importers, `ProfileBuilder` and the
 * operations make a `Profile`, and each of them makes only valid ones: every index points into its table, every column has the
 * length of its table. Treat every array as read-only.
 */
export interface Profile {
  /** What the columns of values measure, one each. */
  readonly sampleTypes: readonly ValueType[];
  /** Name of the preferred sample type as the file gives it; `''` means the last one. See `sampleIndex`. */
  readonly defaultSampleType: string;
  readonly samples: SampleTable;
  readonly stacks: StackTable;
  readonly locations: LocationTable;
  readonly functions: FunctionTable;
  readonly mappings: readonly Mapping[];
  /** Frames to drop, a pattern in RE2 syntax matched against whole function names; `''` for none. */
  readonly dropFrames: string;
  /** Frames to keep although `dropFrames` matches them; same form. */
  readonly keepFrames: string;
  /** Time of collection, nanoseconds since 1970-01-01 UTC; 0 when unknown. */
  readonly timeNanos: bigint;
  /** How long it was recorded, in nanoseconds; 0 when unknown. */
  readonly durationNanos: bigint;
  /** What `period` counts, such as `{ type: 'cpu', unit: 'nanoseconds' }`; both `''` when unknown. */
  readonly periodType: ValueType;
  /** Events between two samples, in the unit of `periodType`. */
  readonly period: number;
  readonly comments: readonly string[];
  readonly docUrl: string;
  /** The file's own ids, present only where they are not 1, 2, 3 … */
  readonly sourceIds?: SourceIds;
}

/** Samples as columns; row `i` of every column is sample `i`. */
export interface SampleTable {
  /** Number of samples. */
  readonly length: number;
  /** Index into {@link Profile.stacks}. */
  readonly stack: Int32Array;
  /** One column for each sample type, in the sample type's own unit. Exact integers, possibly negative, below 2^53 in size. */
  readonly values: readonly Float64Array[];
  /** Index into `labelSets`. */
  readonly labelSet: Int32Array;
  /** The distinct sets of labels; entry 0 is the empty set. */
  readonly labelSets: readonly LabelSet[];
}

/**
 * Call stacks, leaf first. Stack `s` is `locations[start[s]]` (where the cost arose) to `locations[start[s + 1] - 1]` (the root).
 * Two entries may hold the same stack, and a stack may be empty.
 */
export interface StackTable {
  /** Number of stacks. */
  readonly length: number;
  /** `length + 1` offsets into `locations`. */
  readonly start: Uint32Array;
  /** Indices into {@link Profile.locations}. */
  readonly locations: IndexColumn;
}

/**
 * Places in the code. The lines of location `l` are `lineStart[l]` to `lineStart[l + 1] - 1`: the first is the innermost inlined
 * callee, the last the function that was really called. A location that was not symbolised has no lines.
 */
export interface LocationTable {
  /** Number of locations. */
  readonly length: number;
  /** Index into {@link Profile.mappings}, or -1. */
  readonly mapping: Int32Array;
  /** In memory, as it was when recorded; 0 when unknown. */
  readonly address: BigUint64Array;
  /** 1 where the address stands for several merged symbols. */
  readonly isFolded: Uint8Array;
  /** `length + 1` offsets into the three line columns. */
  readonly lineStart: Uint32Array;
  /** Index into {@link Profile.functions}. */
  readonly lineFunction: Int32Array;
  /** Line in the source file, 1-based; 0 when unknown. */
  readonly lineNumber: Float64Array;
  /** Column in the line, 1-based; 0 when unknown. */
  readonly lineColumn: Float64Array;
}

/** Functions as columns; row `f` of every column is function `f`. */
export interface FunctionTable {
  /** Number of functions. */
  readonly length: number;
  /** As people read it. */
  readonly name: readonly string[];
  /** The name as the system knows it, for example mangled. */
  readonly systemName: readonly string[];
  /** Source file; `''` when unknown. */
  readonly filename: readonly string[];
  /** Line where the function begins, 1-based; 0 when unknown. */
  readonly startLine: Float64Array;
}

/** A binary or library mapped into the process. */
export interface Mapping {
  /** First address in memory. */
  readonly start: bigint;
  /** First address behind it. */
  readonly limit: bigint;
  /** Where `start` lies in the file, in bytes. */
  readonly offset: bigint;
  /** Path of the binary, or a name in brackets such as `[vdso]`; `''` when unknown. */
  readonly file: string;
  /** Tells builds of the file apart; `''` when unknown. */
  readonly buildId: string;
  readonly hasFunctions: boolean;
  readonly hasFilenames: boolean;
  readonly hasLineNumbers: boolean;
  readonly hasInlineFrames: boolean;
}

/** Labels of a sample: each list sorted by key in byte order, a key at most once in each list. */
export interface LabelSet {
  readonly strings: readonly StringLabel[];
  readonly numbers: readonly NumberLabel[];
}

/** A label with text values: `endpoint` is `/checkout`. */
export interface StringLabel {
  readonly key: string;
  /** In file order, at least one. */
  readonly values: readonly string[];
}

/** A label with numbers: `bytes` is 4096. */
export interface NumberLabel {
  readonly key: string;
  /** In file order, at least one. bigint because trace and thread ids use all 64 bits. */
  readonly values: readonly bigint[];
  /** As long as `values`, with `''` for a value without a unit; empty when no value has one. */
  readonly units: readonly string[];
}

/** Ids as the file numbered its tables, kept for the `raw` report only; nothing is looked up by them. */
export interface SourceIds {
  /** By position in {@link Profile.mappings}. */
  readonly mappings: BigUint64Array;
  /** By position in {@link Profile.locations}. */
  readonly locations: BigUint64Array;
}

/** The empty set of labels, entry 0 of every {@link SampleTable.labelSets}. */
export const NO_LABELS: LabelSet = { strings: [], numbers: [] };

/** A mapping of which nothing is known. */
export const UNKNOWN_MAPPING: Mapping = {
  start: 0n,
  limit: 0n,
  offset: 0n,
  file: '',
  buildId: '',
  hasFunctions: false,
  hasFilenames: false,
  hasLineNumbers: false,
  hasInlineFrames: false,
};
