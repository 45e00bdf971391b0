import type { ServiceManifest } from '@flamestep/maturity';
import type { AlertmanagerSource } from './alertmanager-source.ts';

type Labels = Readonly<Record<string, string>>;

/** Labels that mean the service: those for Alertmanager, else those for Prometheus, else `service`. */
export function serviceLabels({ selectors, service }: ServiceManifest): Labels {
  return selectors['alertmanager'] ?? selectors['prometheus'] ?? { service: service.name };
}

/** The labels of pages of the service, one set for each severity that calls somebody. */
export function pageLabels(source: AlertmanagerSource, manifest: ServiceManifest): Labels[] {
  const { pageSeverities = ['page', 'critical'], labels = {} } = source;
  return pageSeverities.map((severity) => ({ severity, ...labels, ...serviceLabels(manifest) }));
}
