/**
 * A small service that tells how it runs: metrics on /metrics, logs and traces pushed to a store. `POST /slow` makes its query slow,
 * `POST /fast` mends it.
 *
 *   PORT=8080 STORE=http://127.0.0.1:8081 node checkout.mjs
 */
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

const SERVICE = 'checkout';
const { PORT = '8080', STORE } = process.env;
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.14, 0.2, 0.3, 0.5, 1];

/** Route and status → how many requests took at most so long, with their sum. */
const durations = new Map();
let queryMs = 5;

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://local');
  if (pathname === '/metrics') response.end(renderMetrics());
  else if (pathname === '/slow' || pathname === '/fast') {
    queryMs = pathname === '/slow' ? 400 : 5;
    response.end();
  } else if (pathname === '/orders') await order(searchParams.has('fail') ? 500 : 200, response);
  else response.writeHead(404).end();
}).listen(Number(PORT), '127.0.0.1');

async function order(status, response) {
  const traceId = randomBytes(16).toString('hex');
  const [root, query] = [
    newSpan(traceId, 'GET /orders', 'SPAN_KIND_SERVER'),
    newSpan(traceId, 'SELECT orders', 'SPAN_KIND_CLIENT'),
  ];
  query.parentSpanId = root.spanId;
  query.attributes = [{ key: 'db.query.text', value: { stringValue: 'SELECT * FROM orders WHERE customer = $1' } }];
  await pause(queryMs);
  end(query);
  response.writeHead(status).end();
  end(root);
  const seconds = Number(BigInt(root.endTimeUnixNano) - BigInt(root.startTimeUnixNano)) / 1e9;
  observe('/orders', status, seconds);
  const level = status >= 500 ? 'error' : 'info';
  push('/loki/api/v1/push', {
    streams: [
      {
        stream: { service_name: SERVICE, level },
        values: [[root.endTimeUnixNano, JSON.stringify({ level, msg: 'order', status, seconds, trace_id: traceId })]],
      },
    ],
  });
  const resource = { attributes: [{ key: 'service.name', value: { stringValue: SERVICE } }] };
  push('/v1/traces', { resourceSpans: [{ resource, scopeSpans: [{ scope: {}, spans: [root, query] }] }] });
}

function newSpan(traceId, name, kind) {
  return { traceId, spanId: randomBytes(8).toString('hex'), name, kind, startTimeUnixNano: nanoseconds(), attributes: [] };
}

function end(span) {
  span.endTimeUnixNano = nanoseconds();
}

function nanoseconds() {
  return String(BigInt(Math.round((performance.timeOrigin + performance.now()) * 1e6)));
}

/** A store that is away must not stop the service. */
function push(path, body) {
  if (STORE === undefined) return;
  const headers = { 'content-type': 'application/json' };
  fetch(STORE + path, { method: 'POST', headers, body: JSON.stringify(body) }).catch(() => {});
}

function observe(route, status, seconds) {
  const key = `route="${route}",code="${status}"`;
  const known = durations.get(key) ?? { counts: BOUNDS.map(() => 0), count: 0, sum: 0 };
  BOUNDS.forEach((bound, index) => {
    if (seconds <= bound) known.counts[index]++;
  });
  known.count++;
  known.sum += seconds;
  durations.set(key, known);
}

function renderMetrics() {
  const name = 'http_server_request_duration_seconds';
  const lines = [...durations].flatMap(([labels, { counts, count, sum }]) => [
    ...BOUNDS.map((bound, index) => `${name}_bucket{${labels},le="${bound}"} ${counts[index]}`),
    `${name}_bucket{${labels},le="+Inf"} ${count}`,
    `${name}_sum{${labels}} ${sum}`,
    `${name}_count{${labels}} ${count}`,
  ]);
  return `# TYPE ${name} histogram\n${lines.join('\n')}\n`;
}
