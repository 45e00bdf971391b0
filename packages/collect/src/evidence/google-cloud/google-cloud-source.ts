/**
 * Logs, traces and profiles of a project of Google Cloud. Its metrics are asked as those of a Prometheus, at
 * `https://monitoring.googleapis.com/v1/projects/PROJECT/location/global/prometheus`.
 */
export interface GoogleCloudSource {
  readonly type: 'google-cloud';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** Id of the project. */
  readonly project: string;
  /** Makes an access token; by Google's application default credentials when left out. */
  readonly token?: (() => Promise<string | null | undefined>) | undefined;
  /** Where the APIs are; Google's own when left out. */
  readonly urls?: { readonly logging?: string; readonly trace?: string; readonly profiler?: string } | undefined;
}

/** Google's own addresses. */
export const GOOGLE_URLS = {
  logging: 'https://logging.googleapis.com',
  trace: 'https://cloudtrace.googleapis.com',
  profiler: 'https://cloudprofiler.googleapis.com',
};
