import type { AlertmanagerSource } from './alertmanager/alertmanager-source.ts';
import type { PrometheusSource } from './prometheus/prometheus-source.ts';

/** A system to ask, and where it is. Credentials are looked up by its origin. */
export type Source = PrometheusSource | AlertmanagerSource;
