import { servicePath, servicesQuery } from '@flamestep/backstage-plugin-flamestep-common';
import type {
  Fleet,
  ReportDetail,
  ServiceDetail,
  ServiceHistory,
  ServiceList,
  ServiceReports,
  ServicesQuery,
  ServiceTrends,
} from '@flamestep/backstage-plugin-flamestep-common';
import { FlamestepRequestError } from './flamestep-request-error.ts';

/** Which line of a service's trends is asked for; the most telling one where it is left out. */
export interface TrendChoice {
  readonly key: string;
  readonly sampleType: string;
}

/** What the backend tells. Every method throws {@link FlamestepRequestError}. */
export interface FlamestepClient {
  service(entityRef: string, signal?: AbortSignal): Promise<ServiceDetail>;
  history(entityRef: string, signal?: AbortSignal): Promise<ServiceHistory>;
  trends(entityRef: string, choice?: TrendChoice, signal?: AbortSignal): Promise<ServiceTrends>;
  reports(entityRef: string, limit: number, signal?: AbortSignal): Promise<ServiceReports>;
  report(id: string, signal?: AbortSignal): Promise<ReportDetail>;
  services(query: ServicesQuery, signal?: AbortSignal): Promise<ServiceList>;
  fleet(signal?: AbortSignal): Promise<Fleet>;
  /** Has all sources of a service asked now. Resolves when it is assessed. */
  assess(entityRef: string): Promise<ServiceDetail>;
}

/** A client over a `fetch` that knows the addresses of plugins (`plugin://flamestep`), as Backstage's does. */
export function createFlamestepClient(fetch: typeof globalThis.fetch): FlamestepClient {
  // The backend checks what it sends against openapi.yaml.
  const get = <T>(path: string, signal?: AbortSignal) => ask<T>(path, { signal: signal ?? null });
  async function ask<T>(path: string, options: RequestInit): Promise<T> {
    let response: Response;
    try {
      response = await fetch(`plugin://flamestep${path}`, options);
    } catch (cause) {
      if (options.signal?.aborted) throw cause;
      throw new FlamestepRequestError('lost', 'The backend of flamestep did not answer.', { cause });
    }
    if (!response.ok) throw await FlamestepRequestError.of(response);
    return (await response.json()) as T;
  }
  return {
    service: (entityRef, signal) => get(servicePath(entityRef), signal),
    history: (entityRef, signal) => get(`${servicePath(entityRef)}/history`, signal),
    trends: (entityRef, choice, signal) =>
      get(`${servicePath(entityRef)}/trends${choice === undefined ? '' : `?${new URLSearchParams({ ...choice })}`}`, signal),
    reports: (entityRef, limit, signal) => get(`${servicePath(entityRef)}/reports?limit=${limit}`, signal),
    report: (id, signal) => get(`/v1/reports/${encodeURIComponent(id)}`, signal),
    services: (query, signal) => get(`/v1/services${servicesQuery(query)}`, signal),
    fleet: (signal) => get('/v1/fleet', signal),
    assess: (entityRef) => ask(`${servicePath(entityRef)}/assess`, { method: 'POST' }),
  };
}
