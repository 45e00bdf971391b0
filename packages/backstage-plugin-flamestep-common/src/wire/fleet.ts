import type { FailingCheck, Localized, RollUp } from '@flamestep/maturity';
import type { ServiceSummary } from './service-summary.ts';
import type { TrendChange, TrendSummary } from './service-trends.ts';

/** Answer of `GET /v1/fleet`: over those services that the caller may read and that match. */
export interface Fleet {
  /** ISO 8601. */
  readonly asOf: string;
  /** Names of the steps of the built-in model, from 0. */
  readonly steps: readonly Localized[];
  readonly rollUp: FleetRollUp;
  readonly slower: SlowerThisWeek;
  /** Services whose step rests on old evidence or on a source that fails. */
  readonly staleServices: number;
  /** Of the weight of all checks that apply. */
  readonly unknownShare: number;
  /** Of the weight of all checks that apply. */
  readonly exemptShare: number;
  readonly failingSources: readonly FailingSource[];
  /** More than one: services by model. */
  readonly models: readonly { readonly id: string; readonly version: string; readonly services: number }[];
}

/** As the roll-up of the maturity model; services are named by their entity. */
export interface FleetRollUp extends Omit<RollUp, 'failing'> {
  readonly failing: readonly (FailingCheck & { readonly title?: Localized })[];
}

/** What got slower in the last seven days. */
export interface SlowerThisWeek {
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** At most 20, the greatest change first. */
  readonly services: readonly SlowerChange[];
  /** How many there are. */
  readonly total: number;
  /** Reported this week, and did not get slower. */
  readonly unchanged: number;
  /** Reported this week, and a change of 5 % would not have been seen. */
  readonly tooNoisy: number;
  /** Sent no report of main this week, or too few to tell. */
  readonly unknown: number;
}

/** A service that got slower. */
export interface SlowerChange extends Pick<ServiceSummary, 'entityRef' | 'title' | 'tier'> {
  readonly trend: TrendSummary;
  readonly since: TrendChange;
}

/** A source that does not answer. */
export interface FailingSource {
  readonly type: string;
  readonly instance: string;
  /** ISO 8601. */
  readonly since: string;
  /** How many services it is asked for. */
  readonly services: number;
}
