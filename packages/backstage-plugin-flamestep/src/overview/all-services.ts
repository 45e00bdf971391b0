import type { ServicesQuery, ServiceSummary } from '@flamestep/backstage-plugin-flamestep-common';
import type { FlamestepClient } from '../api/flamestep-client.ts';

const AT_ONCE = 200;

/** Every service that matches, page after page. */
export async function allServices(client: FlamestepClient, query: ServicesQuery): Promise<readonly ServiceSummary[]> {
  const services: ServiceSummary[] = [];
  for (;;) {
    const { items, total } = await client.services({ ...query, limit: AT_ONCE, offset: services.length });
    services.push(...items);
    if (items.length === 0 || services.length >= total) return services;
  }
}
