/** Answer of `POST /v1/reports`: 201 for a new report, 200 for one that was already there. */
export interface ReportAccepted {
  readonly id: string;
  readonly entityRef: string;
  /** Whether it counts as a result of the main branch. */
  readonly isMain: boolean;
  /** False: it was already there, and nothing changed. */
  readonly isNew: boolean;
  /** The report's page, where the backend knows the app's address. Takes `?type=` and `?at=`: a sample type and a function to open at. */
  readonly url?: string;
}
