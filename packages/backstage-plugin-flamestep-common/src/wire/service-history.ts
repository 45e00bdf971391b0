import type { AssessmentChange, ChangeCause, Credit, Localized, Outcome } from '@flamestep/maturity';

/** Answer of `…/history`. */
export interface ServiceHistory {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** ISO 8601: where the next page begins: pass it as `before`. */
  readonly next?: string;
}

/** The service as an assessment found it, and what had changed since the entry before. */
export interface HistoryEntry {
  /** ISO 8601. */
  readonly at: string;
  readonly rated: boolean;
  /** Absent when not rated. */
  readonly step?: number;
  readonly stepName?: Localized;
  /** Of `step`. */
  readonly score?: Credit;
  readonly model: { readonly id: string; readonly version: string; readonly digest: string };
  /** Absent on the first entry. */
  readonly change?: HistoryChange;
}

/** What is different from the assessment before. */
export interface HistoryChange {
  /** False: another model or kind; a chart breaks here. */
  readonly comparable: AssessmentChange['comparable'];
  /** Absent when the step is the same. */
  readonly step?: { readonly from: number; readonly to: number; readonly cause: ChangeCause };
  /** Of the entry before, if that was rated. */
  readonly scoreBefore?: Credit;
  /** The checks that came out differently; at most 20. */
  readonly checks: readonly {
    readonly check: string;
    readonly title?: Localized;
    readonly from?: Outcome;
    readonly to?: Outcome;
    readonly cause: ChangeCause;
  }[];
}
