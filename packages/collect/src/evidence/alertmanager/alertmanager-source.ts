/** An Alertmanager, or what answers as one does at `/api/v2`. */
export interface AlertmanagerSource {
  readonly type: 'alertmanager';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** Of the API without `/api/v2`. */
  readonly url: string;
  /** Sent as `X-Scope-OrgID`. */
  readonly tenant?: string | undefined;
  /** Values of the label `severity` of alerts that call somebody. `page` and `critical` when left out. */
  readonly pageSeverities?: readonly string[] | undefined;
  /** Labels that every page has beside those of the service, where the route asks for them: `{ team: 'shop' }`. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}
