export { CollectError, isCollectError, type CollectErrorCode, type CollectErrorDetails } from './collect-error.ts';
export { fetchProfile, type FetchProfileOptions } from './fetch-profile.ts';
export { isProfileUrl } from './is-profile-url.ts';
export { shownUrl } from './shown-url.ts';
export type { AlertmanagerSource } from './evidence/alertmanager/alertmanager-source.ts';
export { collect, type CollectOptions } from './evidence/collect.ts';
export type { Collected, CollectionFailure } from './evidence/collected.ts';
export type { PrometheusSource } from './evidence/prometheus/prometheus-source.ts';
export type { Source } from './evidence/source.ts';
