/** A Grafana Loki. */
export interface LokiSource {
  readonly type: 'loki';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** Of the API without `/loki/api/v1`. */
  readonly url: string;
  /** Sent as `X-Scope-OrgID`. */
  readonly tenant?: string | undefined;
}
