/** A Prometheus, or what answers as one does (Thanos, Mimir, VictoriaMetrics, Google Cloud's query API). */
export interface PrometheusSource {
  readonly type: 'prometheus';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** Of the API without `/api/v1`. */
  readonly url: string;
  /** Sent as `X-Scope-OrgID`. */
  readonly tenant?: string | undefined;
  /** Values of the label `severity` of alerts that call somebody. `page` and `critical` when left out. */
  readonly pageSeverities?: readonly string[] | undefined;
  /** Makes a short-lived token for each collection. That of Google Cloud needs none: application default credentials are used. */
  readonly token?: (() => Promise<string | null | undefined>) | undefined;
}
