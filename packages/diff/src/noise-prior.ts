/**
 * What earlier comparisons taught about the spread of sample counts: the variance of a function's square-root count between runs of
 * the same program, beside the 1/4 that pure sampling noise gives. Learnt from the main branch, it makes few runs decide.
 */
export interface NoisePrior {
  /** Variance as a multiple of the Poisson one; 1 for pure sampling noise. */
  readonly dispersion: number;
  /** How much it is trusted against the runs of a comparison, in degrees of freedom; Infinity is written as null in JSON. */
  readonly degreesOfFreedom: number | null;
  /** Comparisons it was learnt from. */
  readonly comparisons: number;
}
