import type { NoisePrior } from './noise-prior.ts';

/** Options of `compare`. */
export interface CompareOptions {
  /** Operations that each run did, in the order of the runs: the N of `go test -bench`. Costs are then per operation. */
  readonly operations?: { readonly base: readonly number[]; readonly head: readonly number[] } | undefined;
  /**
   * `auto` (default): per operation where the operations are known, absolute where the runs of a side hardly differ as a whole (and are
   * no times), as allocations do, otherwise relative. What is counted at one moment (`inuse_space`) is never per operation.
   */
  readonly normalization?: 'auto' | 'per-operation' | 'absolute' | 'relative' | undefined;
  /** Names of the sample types to compare; by default all that every run has, but for the number of samples beside what they measure. */
  readonly sampleTypes?: readonly string[] | undefined;
  /** See `Thresholds`. */
  readonly relative?: number | undefined;
  /** See `Thresholds`. */
  readonly share?: number | undefined;
  /**
   * Least changes of single functions, where they are to differ from `relative` and `share`: asked once for each function, with what each
   * side calls it. They decide what of that function is tested, found and listed, and whether it moved. The whole, and what is said of
   * how much could be seen, keep the general ones.
   */
  readonly thresholdsOf?: ((named: NamedFunction) => FunctionThresholds | undefined) | undefined;
  /** See `Thresholds`. */
  readonly level?: number | undefined;
  /** See `Thresholds`. */
  readonly visible?: number | undefined;
  /** Base run i and head run i were recorded together. Used for the whole, where it makes the interval narrower. */
  readonly paired?: boolean | undefined;
  /** What earlier comparisons taught, by name of the sample type. */
  readonly priors?: Readonly<Record<string, NoisePrior>> | undefined;
  /** Files or line ranges that a pull request changed. */
  readonly changedLines?: readonly ChangedLines[] | undefined;
}

/** A function as each side calls it; a side that does not have it is left out. */
export interface NamedFunction {
  readonly base?: { readonly name: string; readonly file: string };
  readonly head?: { readonly name: string; readonly file: string };
}

/** See `Thresholds`; what is left out is as for all functions. */
export interface FunctionThresholds {
  /** As a fraction of the function's own cost: 0.1. */
  readonly relative?: number | undefined;
  /** As a share of the whole: 0.005. */
  readonly share?: number | undefined;
}

/** What a pull request changed in a file, in head's line numbers. */
export interface ChangedLines {
  /** Path in the repository, with slashes. */
  readonly file: string;
  /** First and last line, 1-based; left out when the whole file counts as changed. */
  readonly ranges?: readonly (readonly [number, number])[] | undefined;
}
