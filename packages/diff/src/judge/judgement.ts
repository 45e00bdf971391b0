import type { ValueType } from '@flamestep/pprof';
import type { Change, ComparisonMethod, Normalization, Sides, Thresholds, VerdictWord, WholeChange } from '../comparison.ts';
import type { NoisePrior } from '../noise-prior.ts';
import type { EntityThresholds } from './entity-thresholds.ts';

/** What the numbers alone say of one sample type, before anyone looks at stacks. */
export interface Judgement {
  readonly sampleType: ValueType;
  readonly method: ComparisonMethod;
  readonly runs: Sides;
  readonly samples: Sides;
  readonly normalization: Normalization;
  /** As in `SampleTypeComparison`. */
  readonly divisors: Sides;
  readonly whole: WholeChange;
  readonly thresholds: Thresholds;
  readonly ownThresholds: EntityThresholds;
  readonly noiseFloor: number;
  readonly smallestDetectable: number;
  readonly runsNeeded?: number;
  readonly prior: NoisePrior;
  /** Functions above a negligible cost, the greatest change first. */
  readonly functions: readonly JudgedFunction[];
  /** What a run's cost is multiplied by to be its part of the mean cost of its side, by run. */
  readonly factors: readonly number[];
  /** The cost that shares are fractions of: the base's whole, or the head's where the base has none. */
  readonly wholeCost: number;
  /** The change of the own costs of several entities taken together. */
  readonly changeOf: (entities: readonly number[]) => Change;
}

/** A function and its own cost, judged by itself. */
export interface JudgedFunction extends Change {
  readonly entity: number;
  readonly verdict: VerdictWord;
  readonly share: Change;
  readonly p?: number;
  /** Where they are not the general ones. */
  readonly thresholds?: Pick<Thresholds, 'relative' | 'share'>;
  readonly samples: Sides;
  readonly total: Change;
}
