/** A Grafana. Its dashboards of a service are those with the tag `service:NAME`, or with that of `selectors.grafana.tag`. */
export interface GrafanaSource {
  readonly type: 'grafana';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** Of the API without `/api`. */
  readonly url: string;
}
