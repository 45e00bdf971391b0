/**
 * How evidence came about, strongest first:
 * - `measured`: queried from the system that knows
 * - `derived`: computed from a stand-in, such as recovery times from alert episodes
 * - `declared`: a file or a person says so
 */
export type Basis = 'measured' | 'derived' | 'declared';

/**
 * Why nothing is known:
 * - `unbound`: nobody has said where to ask; there is no evidence at all
 * - `unauthorised`: the source refused
 * - `source-error`: the source failed, or answered what cannot be read
 * - `insufficient-history`: the source keeps less than the window, or has been there for less
 * - `low-n`: too few events to judge
 * - `resolution`: the data are too coarse, as with wide histogram buckets
 * - `stale`: the evidence is older than twice its time to live
 * - `no-data`: the source answered, but not to this question
 */
export type UnknownReason =
  | 'unbound'
  | 'unauthorised'
  | 'source-error'
  | 'insufficient-history'
  | 'low-n'
  | 'resolution'
  | 'stale'
  | 'no-data';

/** Where evidence came from. No credentials, no host names that must not be shown. */
export interface EvidenceSource {
  /** The kind of system: `prometheus`, `alertmanager`, `github`, … */
  readonly type: string;
  /** Which of them, as the manifest names it. Evidence of one source, instance and kind replaces older evidence of the same. */
  readonly instance: string;
  /** Version of the collector. */
  readonly version?: string;
}

/** What all evidence has, found or not. */
export interface EvidenceBase {
  /** Unique among the evidence of an assessment. */
  readonly id: string;
  /** Id of an evidence kind of the model, such as `request-metrics`. */
  readonly kind: string;
  /** Name of the service. Never a host or an instance: those come and go. */
  readonly subject: string;
  /** Of evidence that could not be had: what it would have been. */
  readonly basis: Basis;
  readonly source: EvidenceSource;
  /** The query as it was sent, values escaped. */
  readonly query: string;
  /** ISO 8601: when it was asked. */
  readonly observedAt: string;
  /** ISO 8601: the behaviour judged, as far as data reached. Needed by kinds that have a window. */
  readonly window?: { readonly from: string; readonly to: string };
  /** Where a person can see the same. */
  readonly url?: string;
}

/** Evidence that was found: a value for each field that could be told, in the unit that the kind states. */
export interface FoundEvidence extends EvidenceBase {
  /**
   * A field that is null was asked for and is unknown; one that is left out is nothing that this source speaks of, so that another may.
   * Neither is ever 0.
   */
  readonly values: Readonly<Record<string, number | boolean | null>>;
  /** How many events the values rest on, where a criterion asks for a least number. */
  readonly samples?: number;
  readonly unavailable?: never;
}

/** Evidence that was asked for and could not be had. A collector reports it for every bound source, so that silence is never good news. */
export interface UnavailableEvidence extends EvidenceBase {
  readonly unavailable: {
    readonly reason: Exclude<UnknownReason, 'unbound' | 'stale'>;
    /** What happened, for people; redacted. */
    readonly detail?: string;
  };
  readonly values?: never;
}

/** What collectors produce. */
export type Evidence = FoundEvidence | UnavailableEvidence;
