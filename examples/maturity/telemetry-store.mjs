/**
 * Keeps the logs and traces that are pushed to it, in memory, and answers about them as Loki and Jaeger (`/api/v3`) do, as far as
 * flamestep asks. A stand-in for machines without those two; what it holds is what the service really emitted.
 *
 *   PORT=8081 node telemetry-store.mjs
 */
import { createServer } from 'node:http';

const DAY_MS = 86_400_000;
const MOST = 10_000;
const records = [];
const traces = new Map();

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://local');
  const answer = await handle(`${request.method} ${pathname}`, searchParams, request);
  if (answer === undefined) response.writeHead(404).end();
  else response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
}).listen(Number(process.env.PORT ?? '8081'), '127.0.0.1');

async function handle(route, parameters, request) {
  switch (route) {
    case 'GET /ready':
      return {};
    case 'POST /loki/api/v1/push':
      for (const { stream, values } of (await bodyOf(request)).streams) {
        for (const [time, line] of values) keep(records, { stream, time: Number(BigInt(time) / 1_000_000n), line });
      }
      return {};
    case 'POST /v1/traces':
      for (const group of (await bodyOf(request)).resourceSpans) {
        const [{ traceId }] = group.scopeSpans[0].spans;
        traces.set(traceId, [...(traces.get(traceId) ?? []), group]);
        if (traces.size > MOST) traces.delete(traces.keys().next().value);
      }
      return {};
    case 'GET /loki/api/v1/query':
      return { status: 'success', data: { resultType: 'vector', result: count(parameters.get('query')) } };
    case 'GET /api/v3/traces':
      return {
        result: { resourceSpans: find(parameters.get('query.service_name'), Number(parameters.get('query.num_traces'))) },
      };
  }
}

/** `sum by (level) (count_over_time({a="b"} |~ "…" [24h]))`: the forms that flamestep sends. */
function count(query) {
  const wanted = [...query.slice(query.indexOf('{'), query.indexOf('}')).matchAll(/(\w+)="([^"]*)"/g)];
  const since = Date.now() - DAY_MS;
  const found = records.filter(({ stream, time, line }) => {
    if (time < since || wanted.some(([, label, value]) => stream[label] !== value)) return false;
    if (query.includes('|~')) return /trace_?id/i.test(line);
    return !query.includes('| trace_id') || stream.trace_id !== undefined;
  });
  const byLevel = query.startsWith('sum by');
  const groups = new Map();
  for (const { stream } of found) {
    const level = byLevel ? (stream.level ?? '') : '';
    groups.set(level, (groups.get(level) ?? 0) + 1);
  }
  return [...groups].map(([level, all]) => ({ metric: level === '' ? {} : { level }, value: [Date.now() / 1000, String(all)] }));
}

/** The newest traces of a service. */
function find(service, most) {
  const own = [...traces.values()].filter((groups) =>
    groups.some(({ resource }) =>
      resource.attributes.some(({ key, value }) => key === 'service.name' && value.stringValue === service),
    ),
  );
  return own.slice(-most).flat();
}

function keep(list, item) {
  list.push(item);
  if (list.length > MOST) list.shift();
}

async function bodyOf(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return JSON.parse(Buffer.concat(pieces).toString());
}
