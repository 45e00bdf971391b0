import type { RunStacks } from './run-stacks.ts';

/** The runs of both sides with one column of values, and what makes a value a part of the mean cost of its side. */
export interface WeighedRun {
  readonly stacks: RunStacks;
  readonly values: Float64Array;
  /** A value times this, added up over the runs of a side, is the side's cost. */
  readonly factor: number;
  readonly isHead: boolean;
}
