import type { BuiltInKind, Evidence } from '@flamestep/maturity';
import type { CollectErrorCode } from '../collect-error.ts';

/** Something that was to be asked and could not be. What it concerned is unknown, never bad and never good. */
export interface CollectionFailure {
  readonly source: { readonly type: string; readonly instance: string };
  /** `unbound`: the service names a source that is not connected. */
  readonly code: CollectErrorCode | 'unbound';
  /** What happened and what to do; without secrets. */
  readonly message: string;
  /** The kinds of evidence that are missing for it. */
  readonly kinds: readonly BuiltInKind[];
}

/** Everything that could be found out, what could not be had included, and why. */
export interface Collected {
  readonly evidence: readonly Evidence[];
  readonly failures: readonly CollectionFailure[];
}
