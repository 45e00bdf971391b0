import type { AlertmanagerSource } from './alertmanager/alertmanager-source.ts';
import type { GithubSource } from './github/github-source.ts';
import type { PrometheusSource } from './prometheus/prometheus-source.ts';
import type { RepositorySource } from './repository/repository-source.ts';

/** A system to ask, and where it is. Credentials are looked up by its origin. */
export type Source = PrometheusSource | AlertmanagerSource | RepositorySource | GithubSource;
