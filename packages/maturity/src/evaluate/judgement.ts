import type { UnknownReason } from '../evidence/evidence.ts';
import type { FieldUnit } from '../evidence/evidence-kind.ts';

/** A share of a weight: what is surely earned, and what could be. */
export interface Credit {
  /** What is surely earned: 0 to 1. */
  readonly low: number;
  /** What is earned if all that is unknown turns out well: 0 to 1. */
  readonly high: number;
}

/** How a comparison stands. */
export type State = 'met' | 'missed' | 'unknown';

/** How a condition came out. */
export interface Judgement {
  readonly state: State;
  readonly credit: Credit;
  /** Met, but only by evidence below the floor of its kind: as a rule a declaration. */
  readonly belowFloor: boolean;
  /** Rests on evidence past its time to live. */
  readonly stale: boolean;
  /** Of `unknown`: why. */
  readonly reason: UnknownReason | undefined;
}

/** How one comparison came out. */
export interface MeasureResult extends Judgement {
  /** Id of the evidence kind. */
  readonly evidence: string;
  readonly field: string;
  readonly unit: FieldUnit;
  readonly comparison: 'at-least' | 'at-most' | 'is';
  /** What was asked for, in `unit`. */
  readonly limit: number | boolean;
  /** Undefined when it is not known. */
  readonly value: number | boolean | undefined;
  /** Id of the evidence that decided; undefined when there is none. */
  readonly rests: string | undefined;
}

export const UNKNOWN_CREDIT: Credit = { low: 0, high: 1 };
export const WHOLE_CREDIT: Credit = { low: 1, high: 1 };
export const NO_CREDIT: Credit = { low: 0, high: 0 };
/** Of what is only declared: half, and all of it once it is measured. */
export const DECLARED_CREDIT: Credit = { low: 0.5, high: 1 };
