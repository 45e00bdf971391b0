/**
 * Reading over the network: profiles from pprof endpoints, Pyroscope and Parca, and evidence about services from the systems that know them.
 *
 * @packageDocumentation
 */

export { CollectError, isCollectError, type CollectErrorCode, type CollectErrorDetails } from './collect-error.ts';
export { fetchProfile, type FetchProfileOptions } from './fetch-profile.ts';
export { isProfileUrl } from './is-profile-url.ts';
export { shownUrl } from './shown-url.ts';
export type { AlertmanagerSource } from './evidence/alertmanager/alertmanager-source.ts';
export { collect, type CollectOptions } from './evidence/collect.ts';
export type { Collected, CollectionFailure } from './evidence/collected.ts';
export type { ClientOptions } from './evidence/http/client.ts';
export { limitConcurrency } from './evidence/http/limit-concurrency.ts';
export type { GithubSource } from './evidence/github/github-source.ts';
export type { GoogleCloudSource } from './evidence/google-cloud/google-cloud-source.ts';
export type { GrafanaSource } from './evidence/grafana/grafana-source.ts';
export type { CalendarSource } from './evidence/on-call/calendar-source.ts';
export type { FlamestepSource } from './evidence/reports/flamestep-source.ts';
export type { LokiSource } from './evidence/logs/loki-source.ts';
export type { NewRelicSource } from './evidence/new-relic/new-relic-source.ts';
export type { ParcaSource, PyroscopeSource } from './evidence/profiles/profile-sources.ts';
export type { PrometheusSource } from './evidence/prometheus/prometheus-source.ts';
export type { RepositorySource } from './evidence/repository/repository-source.ts';
export type { Source } from './evidence/source.ts';
export { type SourceAddress, sourceOrigins } from './evidence/source-origins.ts';
export type { JaegerSource, TempoSource } from './evidence/traces/trace-sources.ts';
