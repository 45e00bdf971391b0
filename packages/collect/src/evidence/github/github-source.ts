/** A repository on GitHub. */
export interface GithubSource {
  readonly type: 'github';
  /** As service files name it; `main` when left out. */
  readonly instance?: string | undefined;
  /** Of the API; `https://api.github.com` when left out. */
  readonly url?: string | undefined;
  /** `owner/name`. */
  readonly repository: string;
  /** The environment that is production; `production` when left out. */
  readonly environment?: string | undefined;
  /** The environment that sees a change before production, a part of its traffic for example; `canary` when left out. */
  readonly canaryEnvironment?: string | undefined;
  /** The environment of dry and shadow runs of a job; `dry-run` when left out. */
  readonly dryRunEnvironment?: string | undefined;
  /** Label that issues about this service have, where the repository holds several. */
  readonly serviceLabel?: string | undefined;
  /** Hosts of dashboards and queries: a change that links to one cites facts. */
  readonly telemetryHosts?: readonly string[] | undefined;
}

/** The API of github.com. */
export const GITHUB_API = 'https://api.github.com';
