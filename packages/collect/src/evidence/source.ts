import type { AlertmanagerSource } from './alertmanager/alertmanager-source.ts';
import type { GithubSource } from './github/github-source.ts';
import type { GoogleCloudSource } from './google-cloud/google-cloud-source.ts';
import type { GrafanaSource } from './grafana/grafana-source.ts';
import type { LokiSource } from './logs/loki-source.ts';
import type { NewRelicSource } from './new-relic/new-relic-source.ts';
import type { CalendarSource } from './on-call/calendar-source.ts';
import type { ParcaSource, PyroscopeSource } from './profiles/profile-sources.ts';
import type { PrometheusSource } from './prometheus/prometheus-source.ts';
import type { FlamestepSource } from './reports/flamestep-source.ts';
import type { RepositorySource } from './repository/repository-source.ts';
import type { JaegerSource, TempoSource } from './traces/trace-sources.ts';

/** A system to ask, and where it is. Credentials are looked up by its origin. */
export type Source =
  | PrometheusSource
  | AlertmanagerSource
  | RepositorySource
  | GithubSource
  | GrafanaSource
  | JaegerSource
  | TempoSource
  | LokiSource
  | PyroscopeSource
  | ParcaSource
  | GoogleCloudSource
  | NewRelicSource
  | CalendarSource
  | FlamestepSource;
