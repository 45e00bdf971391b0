/** What is usual: the middle 90 % of the results before the last change, in the unit of the line. */
export interface Band {
  /** The middle of them. */
  readonly level: number;
  /** Lower end. */
  readonly low: number;
  /** Upper end. */
  readonly high: number;
}
