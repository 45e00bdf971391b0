import type { Credit, Localized, Outcome, ServiceKind, ServiceLifecycle, Tier } from '@flamestep/maturity';
import type { TrendSummary } from './service-trends.ts';

/** A page of services. */
export interface ServiceList {
  readonly items: readonly ServiceSummary[];
  /** How many match, over all pages; only those that the caller may read are counted. */
  readonly total: number;
  /** How many a page has at most. */
  readonly limit: number;
  /** How many stand before this page. */
  readonly offset: number;
}

/** A service in one row. */
export interface ServiceSummary {
  /** Canonical. */
  readonly entityRef: string;
  readonly title?: string;
  /** Canonical references of those that own it. */
  readonly owners: readonly string[];
  /** `spec.type` of the entity. */
  readonly type?: string;
  readonly kind: ServiceKind;
  readonly tier: Tier;
  readonly lifecycle: ServiceLifecycle;
  /** False: the entity does not say which service it is (annotation `flamestep.io/service`), so nothing can be known. */
  readonly annotated: boolean;
  /** False: nothing was ever observed. Then there is no step and no score. */
  readonly rated: boolean;
  /** The step that is practised. */
  readonly step?: number;
  readonly stepName?: Localized;
  /** Of the step that is practised. */
  readonly score?: Credit;
  /** The lower score bound that opens the gate. */
  readonly gate?: number;
  /** What stands before the next step, the most telling first; empty when every gate is open. */
  readonly before: readonly NextBlocker[];
  /** Practices begun too early. */
  readonly premature: number;
  /** Findings that rest on old evidence, or on what a failing source last said. */
  readonly stale: number;
  /** A source did not answer at the last assessment. */
  readonly failing: boolean;
  /** ISO 8601: the last assessment. */
  readonly assessedAt?: string;
  /** ISO 8601: since when its step rests on evidence that cannot be renewed. */
  readonly staleSince?: string;
  readonly trend: TrendSummary;
}

/** A required check that is not met; `check` is left out where the score, or exemptions, keep the gate shut. */
export interface NextBlocker {
  readonly check?: string;
  readonly title: Localized;
  readonly outcome?: Outcome;
  /** Practised before what it needs: it does not count, whatever its outcome. */
  readonly premature?: true;
}
