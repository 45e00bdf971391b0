import type { UnknownReason } from '../evidence/evidence.ts';
import type { FieldUnit } from '../evidence/evidence-kind.ts';

/** A share of a weight: what is surely earned, and what could be. */
export interface Credit {
  readonly low: number;
  readonly high: number;
}

export type State = 'met' | 'missed' | 'unknown';

/** How one comparison came out. */
export interface MeasureResult {
  /** Id of the evidence kind. */
  readonly evidence: string;
  readonly field: string;
  readonly unit: FieldUnit;
  readonly comparison: 'at-least' | 'at-most' | 'is';
  readonly limit: number | boolean;
  /** Undefined when it is not known. */
  readonly value?: number | boolean;
  readonly state: State;
  readonly reason?: UnknownReason;
  /** Id of the evidence that decided. */
  readonly rests?: string;
}

/** How a condition came out. */
export interface Judgement {
  readonly state: State;
  readonly credit: Credit;
  /** Met, but only by evidence below the floor of its kind: as a rule a declaration. */
  readonly belowFloor: boolean;
  /** Rests on evidence past its time to live. */
  readonly stale: boolean;
  readonly reason: UnknownReason | undefined;
}

export const UNKNOWN_CREDIT: Credit = { low: 0, high: 1 };
