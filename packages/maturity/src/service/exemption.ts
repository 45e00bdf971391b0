/** Why a check is not to be met for now. */
export type ExemptionCategory = 'not-feasible' | 'planned' | 'third-party' | 'accepted-risk';

/** A decision that a check need not be met until a day. It never counts as a pass. A renewal is a new record. */
export interface Exemption {
  /** Id of the check. */
  readonly check: string;
  /** At least 20 characters. */
  readonly reason: string;
  readonly category: ExemptionCategory;
  /** Somebody other than the owner of the service. */
  readonly approver: string;
  /** Where it was decided. */
  readonly ticket: string;
  /** ISO 8601, a day or a moment. */
  readonly created: string;
  /** ISO 8601, a day (its first moment, UTC) or a moment; at most 180 days after `created`. */
  readonly expires: string;
}
