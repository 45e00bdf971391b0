import type { Evidence, UnknownReason } from '../evidence/evidence.ts';

/** What one source has to say about one kind of evidence at a moment. */
export interface Reading {
  readonly evidence: Evidence;
  /** Why it cannot be used; undefined when it can. */
  readonly unusable: UnknownReason | undefined;
  /** Older than its time to live, yet not too old to use. */
  readonly stale: boolean;
}
