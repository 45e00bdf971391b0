/** Answer of `POST /v1/reports`: 201 for a new report, 200 for one that was already there. */
export interface ReportAccepted {
  readonly id: string;
  readonly entityRef: string;
  /** Whether it counts as a result of the main branch. */
  readonly isMain: boolean;
  /** False: it was already there, and nothing changed. */
  readonly isNew: boolean;
}
