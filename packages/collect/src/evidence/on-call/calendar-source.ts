/** A schedule of who is on call, as iCalendar: what PagerDuty, Opsgenie, Grafana OnCall and others export. */
export interface CalendarSource {
  readonly type: 'calendar';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  readonly url: string;
}
