import type { IndexColumn } from '../index-column.ts';

/** What the samples of a profile hold before its tables are known. */
export interface RawSamples {
  readonly length: number;
  /** `length + 1` offsets into {@link references}. */
  readonly stackStart: Uint32Array;
  /** Location ids minus 1, which is the index where ids count from 1; or `-2 - n` for entry `n` of {@link largeIds}. */
  readonly references: IndexColumn;
  /** The largest id in {@link references}. */
  readonly largestId: number;
  readonly largeIds: readonly (number | bigint)[];
  /** Whether some reference is the id 0. */
  readonly hasZeroId: boolean;
  /** Values of all samples one after the other. */
  readonly values: Float64Array;
  /** `length + 1` offsets into {@link values}. */
  readonly valueStart: Uint32Array;
  /** Where the label fields of each sample stand, keys included: from, to; 0 as the end where there are none or they are scattered. */
  readonly labelStart: Uint32Array;
  readonly labelEnd: Uint32Array;
  /** Samples whose labels do not stand side by side: their label messages, without keys, as pairs of offsets. */
  readonly scatteredLabels: ReadonlyMap<number, readonly number[]>;
}
