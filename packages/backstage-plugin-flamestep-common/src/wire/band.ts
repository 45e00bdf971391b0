/** What is usual: the middle 90 % of the results before the last change, in the unit of the line. */
export interface Band {
  readonly level: number;
  readonly low: number;
  readonly high: number;
}
