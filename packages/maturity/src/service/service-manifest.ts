import type { Service } from './service.ts';

/** A range that the service calls normal. */
export interface NormalRange {
  readonly operation: string;
  /** Metric or query whose value is judged. */
  readonly metric: string;
  /** 0 to 100. */
  readonly percentile?: number;
  /** In `unit`. */
  readonly atLeast?: number;
  /** In `unit`. */
  readonly atMost?: number;
  readonly unit?: string;
  readonly client?: 'service' | 'browser' | 'mobile';
}

/** A place to ask about the service. */
export interface SourceBinding {
  /** As sources are called: `prometheus`. */
  readonly type: string;
  /** Which of several of the type. */
  readonly instance: string;
  readonly role?: 'customer-outcome' | 'incidents';
  readonly query?: string;
}

/** What `o11y.yaml` says: the service, and what collectors need to know of it. */
export interface ServiceManifest {
  readonly service: Service;
  readonly normal: readonly NormalRange[];
  /** ISO 8601: when the ranges were last looked at. */
  readonly reviewed?: string;
  /** Source type → label → value. Values are as written: escape them in the query language they go to. */
  readonly selectors: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly sources: readonly SourceBinding[];
}
