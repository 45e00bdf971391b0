import { isCollectError } from '../../collect-error.ts';
import { address } from '../http/address.ts';
import { demand } from '../http/answer.ts';
import type { Client } from '../http/client.ts';
import { readJaeger } from './read-jaeger.ts';
import { readOtlp } from './read-otlp.ts';
import type { TraceStore } from './trace.ts';
import type { JaegerSource } from './trace-sources.ts';

/** Jaeger's API of its own pages; where that is not there, its newer one (`/api/v3`), which speaks OTLP. */
export function jaegerStore({ url }: JaegerSource, service: string, client: Client): TraceStore {
  const get = (path: string, parameters: Readonly<Record<string, string>>): Promise<unknown> =>
    client.json({ url: address(url, path, parameters), method: 'GET', headers: { accept: 'application/json' } });
  return {
    query: `GET /api/traces?${new URLSearchParams({ service })}`,
    // Neither can sort, so that the slowest are looked for among the most that may be asked.
    traces: async ({ from, to, limit, slowest }) => {
      const most = String(slowest ? Math.max(limit, SEARCHED) : limit);
      try {
        const range = { start: String(from * 1000), end: String(to * 1000) };
        const answer = await get('/api/traces', { service, ...range, limit: most });
        demand(answer, 'list', 'data');
        return readJaeger(answer);
      } catch (error) {
        if (!isCollectError(error) || error.status !== 404) throw error;
      }
      const answer = await get('/api/v3/traces', {
        'query.service_name': service,
        'query.start_time_min': new Date(from).toISOString(),
        'query.start_time_max': new Date(to).toISOString(),
        'query.num_traces': most,
      });
      demand(answer, 'object');
      return readOtlp(answer);
    },
  };
}

const SEARCHED = 200;
