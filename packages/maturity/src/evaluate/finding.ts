import type { UnknownReason } from '../evidence/evidence.ts';
import type { Credit, MeasureResult } from './judgement.ts';

/**
 * - `pass`: evidence in its window meets the threshold
 * - `partial`: some of it does
 * - `fail`: evidence was seen and misses the threshold
 * - `unknown`: nobody can tell, `reason` says why
 * - `not-applicable`: the model does not ask this of such a service
 * - `exempt`: an approved exemption holds, `until` says how long
 */
export type Outcome = 'pass' | 'partial' | 'fail' | 'unknown' | 'not-applicable' | 'exempt';

/** The answer to one check, with what it rests on. */
export interface Finding {
  /** Id of the check. */
  readonly check: string;
  /** Number of the step that the check belongs to. */
  readonly step: number;
  /** 0 for a preview. */
  readonly weight: number;
  readonly gating: boolean;
  readonly outcome: Outcome;
  /** Whether it opens its part of the gate. Declared evidence does so at step 0 only, and a premature practice never. */
  readonly satisfied: boolean;
  /** What counts in the score of the step, of 1. */
  readonly credit: Credit;
  /** Of `unknown`: why. */
  readonly reason?: UnknownReason;
  /** Of `not-applicable`: what in the model says so. */
  readonly rule?: 'kind' | 'tier' | 'lifecycle' | 'deprecated';
  /** Of `exempt`: ISO 8601, when the exemption ends. */
  readonly until?: string;
  /** The evidence is past its time to live; the outcome is the last one known. */
  readonly stale: boolean;
  /** It passes, and only by evidence below the floor of its kind: as a rule a declaration. At most half of it is earned. */
  readonly declaredOnly: boolean;
  /** A prerequisite is not met: the practice is shown and not counted. */
  readonly premature: boolean;
  /** Of a premature practice: the credit, of 1, that counts as soon as its prerequisites are met. */
  readonly banked?: number;
  readonly measures: readonly MeasureResult[];
}
