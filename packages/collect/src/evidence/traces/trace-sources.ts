/** A Jaeger: its query service. */
export interface JaegerSource {
  readonly type: 'jaeger';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** Of the query service without `/api`. */
  readonly url: string;
}

/** A Grafana Tempo. */
export interface TempoSource {
  readonly type: 'tempo';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** Of the API without `/api`. */
  readonly url: string;
  /** Sent as `X-Scope-OrgID`. */
  readonly tenant?: string | undefined;
}
