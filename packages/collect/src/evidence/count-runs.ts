import type { ServiceManifest } from '@flamestep/maturity';
import { type Connected, connectedTo } from './connect.ts';
import { lazily } from './lazily.ts';
import { prometheusApi } from './prometheus/prometheus-api.ts';
import { renderSelector } from './promql/selector.ts';
import { serviceSelector } from './promql/service-selector.ts';

/**
 * Asks how often a job ran in the last day, by its counter `…_runs_total`; `undefined` where it has none. Itself `undefined` where no
 * Prometheus is connected. Throws `CollectError`.
 */
export function countRuns(
  connected: readonly Connected[],
  { selectors, service }: ServiceManifest,
  now: number,
): (() => Promise<number | undefined>) | undefined {
  const servers = connectedTo(connected, 'prometheus');
  if (servers.length === 0 || service.kind !== 'batch') return undefined;
  const selector = serviceSelector(selectors['prometheus'], 'service', service.name);
  const query = `sum(increase(${renderSelector([{ label: '__name__', operator: '=~', value: '.+_runs_total' }, ...selector])}[1d]))`;
  return lazily(async () => {
    const counted = await Promise.all(
      servers.map(async ({ source, client }) => (await prometheusApi(source, client, now).query(query))[0]?.value ?? 0),
    );
    const runs = Math.round(Math.max(...counted));
    return runs > 0 ? runs : undefined;
  });
}
