import type { Localized } from '../localized.ts';
import type { Basis } from './evidence.ts';

/**
 * Units of fields. `ratio` is a share where 1 is all of it, `factor` a quotient where 1 is "the same", `age` is in days,
 * `seconds` and `days` are durations, `count` is a number of things, `flag` is true or false.
 */
export type FieldUnit = 'flag' | 'ratio' | 'factor' | 'count' | 'seconds' | 'days' | 'age';

/** One value of a kind of evidence. */
export interface EvidenceField {
  readonly unit: FieldUnit;
  /** What the value tells, short enough for a table. */
  readonly label: Localized;
  /** With several sources, where this field differs from its kind: that rules are there, one source proves; that none is broken, none does. */
  readonly combine?: Combine;
  /** Source types that tell of it, the usual one first, where not all of the kind's do. */
  readonly sources?: readonly string[];
}

/** Of several answers: does one good one suffice (`best`: something is there), or must none be bad (`worst`: nothing is wrong)? */
export type Combine = 'best' | 'worst';

/** A kind of evidence: what a collector must find out, over which time, and how long the answer holds. */
export interface EvidenceKind {
  readonly title: Localized;
  readonly fields: Readonly<Record<string, EvidenceField>>;
  /** Source types that can produce it; the first is the usual one. */
  readonly sources: readonly string[];
  /** Days of behaviour that it judges; 0 for a state at one moment. Evidence whose window is clearly shorter is `insufficient-history`. */
  readonly windowDays: number;
  /** Days that an answer holds. Older is flagged stale, and twice as old is unknown. */
  readonly ttlDays: number;
  /** The weakest basis that proves it fully. `declared` only where the declaration itself is what is asked for. */
  readonly floor: Basis;
  /** With several sources, for every field that does not say otherwise. */
  readonly combine: Combine;
  /** The query to ask, for kinds of custom models; `{{selector}}` stands for the service's selector. */
  readonly query?: string;
}
