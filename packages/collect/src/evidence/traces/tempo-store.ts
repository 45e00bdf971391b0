import { address } from '../http/address.ts';
import { demand, listAt, numberAt, textAt } from '../http/answer.ts';
import type { Client } from '../http/client.ts';
import { escapePromql } from '../promql/escape-promql.ts';
import { readOtlp } from './read-otlp.ts';
import type { TraceStore } from './trace.ts';
import type { TempoSource } from './trace-sources.ts';

const SEARCHED = 200;

/** Tempo: a search in TraceQL, then the traces that it found, one by one. */
export function tempoStore({ url, tenant }: TempoSource, service: string, client: Client): TraceStore {
  const headers = { accept: 'application/json', ...(tenant !== undefined && { 'x-scope-orgid': tenant }) };
  const get = (path: string, parameters: Readonly<Record<string, string>>): Promise<unknown> =>
    client.json({ url: address(url, path, parameters), method: 'GET', headers });
  const query = `{resource.service.name=${escapePromql(service)}}`;
  return {
    query,
    traces: async ({ from, to, limit, slowest }) => {
      const range = { start: String(Math.floor(from / 1000)), end: String(Math.floor(to / 1000)) };
      const answer = await get('/api/search', { q: query, ...range, limit: String(slowest ? SEARCHED : limit) });
      demand(answer, 'list', 'traces');
      const found = [...listAt(answer, 'traces')];
      if (slowest) found.sort((a, b) => (numberAt(b, 'durationMs') || 0) - (numberAt(a, 'durationMs') || 0));
      const ids = found.map((trace) => textAt(trace, 'traceID')).filter((id) => /^[\da-f]{1,32}$/i.test(id));
      const traces = await Promise.all(ids.slice(0, limit).map((id) => get(`/api/traces/${id}`, range)));
      // Of one trace, all spans belong together, however its ids are written.
      return traces.map((trace) => readOtlp(trace).flat());
    },
  };
}
