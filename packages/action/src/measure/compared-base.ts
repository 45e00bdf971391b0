import type { NoisePrior } from '@flamestep/diff';
import type { Baseline, Machine, Revision } from '@flamestep/report';
import type { MeasuredRun } from '../runs/measured-run.ts';

/** What the head is compared with. */
export type ComparedBase = MeasuredBase | StoredBase | MissingBase;

/** Runs of the base that were made on this machine, in this job. */
export interface MeasuredBase {
  readonly kind: 'measured';
  readonly runs: readonly MeasuredRun[];
  readonly revision: Revision;
  /** Base run i and head run i followed each other. */
  readonly isPaired: boolean;
}

/** Runs of an earlier job. */
export interface StoredBase {
  readonly kind: 'stored';
  readonly runs: readonly MeasuredRun[];
  readonly revision: Revision;
  readonly baseline: Baseline;
  readonly machine: Machine;
  /** How runs scattered before, by name of the sample type. */
  readonly priors: Readonly<Record<string, NoisePrior>>;
  /** Why no verdict on it may fail a job; undefined where one may. */
  readonly stale: string | undefined;
  /** Why times cannot be compared; undefined where they can. */
  readonly incompatible: string | undefined;
}

export interface MissingBase {
  readonly kind: 'missing';
  readonly reason: string;
  /** The branch of which no run has kept a baseline, where that is the reason. */
  readonly unkept?: string;
}
