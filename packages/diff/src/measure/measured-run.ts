/** One sample type of one run, by entity of the function matching. */
export interface MeasuredRun {
  /** Cost of the function's own, in the unit of the sample type. */
  readonly self: Float64Array;
  /** With all it called; recursion counts once. */
  readonly total: Float64Array;
  /** Samples behind {@link self}. */
  readonly samples: Float64Array;
  /** Sum of value² / samples over the samples behind {@link self}: what sampling noise adds to its variance. */
  readonly variance: Float64Array;
  /** Cost of everything, samples without a stack included. */
  readonly whole: number;
  /** Events between two samples; 0 when unknown. */
  readonly period: number;
  readonly wholeSamples: number;
  readonly wholeVariance: number;
}
