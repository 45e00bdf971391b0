import type { ServiceKind } from '@flamestep/maturity';
import { afterEach, expect, test } from 'vitest';
import { collect, type Source } from '../../src/index.ts';
import { type Asked, serve, stopServers } from '../../../../fixtures/servers/local-server.ts';
import { manifestOf } from './manifest.ts';

/* Contract tests: the fakes know the published paths and parameters, and answer as the documentation of each system shows. */

afterEach(stopServers);

const now = '2026-11-22T12:00:00Z';
const time = Date.parse(now);
const NAME = 'a"b\'c\\d.*';

/** A server with one answer for each path; whatever is not there is 404. */
async function answering(answers: Readonly<Record<string, unknown>>) {
  const asked: Asked[] = [];
  const url = await serve((request, response) => {
    asked.push(request);
    const answer = answers[`${request.method} ${request.path}`];
    if (answer === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(typeof answer === 'function' ? answer(request) : answer));
  });
  return { url, asked };
}

async function valuesOf(source: Source, { name = 'checkout', kind = 'backend' as ServiceKind, environment = {} } = {}) {
  const manifest = manifestOf(name);
  const service = { ...manifest.service, kind };
  const { evidence, failures } = await collect({ ...manifest, service }, [source], { now, environment, retries: 0 });
  const own = evidence.filter(({ source: { type } }) => type !== 'manifest');
  return { failures, values: Object.fromEntries(own.map((one) => [one.kind, one.values ?? one.unavailable])) };
}

const jaegerSpan = (spanID: string, parent: string, start: number, duration: number, tags: Record<string, string>) => ({
  spanID,
  references: parent === '' ? [] : [{ refType: 'CHILD_OF', traceID: 't', spanID: parent }],
  startTime: start,
  duration,
  processID: 'p1',
  tags: Object.entries(tags).map(([key, value]) => ({ key, type: 'string', value })),
});
const jaegerTrace = {
  traceID: 't',
  spans: [
    jaegerSpan('1', '', 1000, 1000, { 'span.kind': 'server' }),
    jaegerSpan('2', '1', 1000, 600, { 'span.kind': 'client', 'db.system': 'postgresql' }),
    jaegerSpan('3', '1', 1400, 400, { 'span.kind': 'client', 'db.name': 'x' }),
    jaegerSpan('4', 'lost', 1800, 200, { 'span.kind': 'internal' }),
  ],
  processes: { p1: { serviceName: 'checkout' } },
};

test('Jaeger: traces, orphans, and what explains the time of the slowest', async () => {
  const { url, asked } = await answering({ 'GET /api/traces': { data: [jaegerTrace], errors: null } });
  const { values, failures } = await valuesOf({ type: 'jaeger', url }, { name: NAME });
  expect(failures).toEqual([]);
  expect(values).toEqual({
    'trace-sample': { traces: 1, orphanShare: 0.25, clientRootShare: 0 },
    // The two calls overlap: 0.8 of the second is explained.
    'trace-causes': { explainedShare: 0.8, database: true, statementShare: 0.5 },
  });
  expect(asked.map(({ parameters }) => [parameters.get('service'), parameters.get('start')])).toEqual([
    [NAME, String((time - 86_400_000) * 1000)],
    [NAME, String((time - 7 * 86_400_000) * 1000)],
  ]);
});

const otlpSpans = [
  { traceId: 't', spanId: '1', kind: 2, startTimeUnixNano: '1000000000', endTimeUnixNano: '2000000000', attributes: [] },
  {
    traceId: 't',
    spanId: '2',
    parentSpanId: '1',
    kind: 'SPAN_KIND_CLIENT',
    startTimeUnixNano: '1000000000',
    endTimeUnixNano: '1900000000',
    attributes: [{ key: 'db.query.text', value: { stringValue: 'select 1' } }],
  },
];
const otlp = {
  resource: { attributes: [{ key: 'service.name', value: { stringValue: 'checkout' } }] },
  scopeSpans: [{ scope: {}, spans: otlpSpans }],
};
const explained = {
  'trace-sample': { traces: 1, orphanShare: 0, clientRootShare: 0 },
  'trace-causes': { explainedShare: 0.9, database: true, statementShare: 1 },
};

test('Jaeger without its old API is asked through the new one', async () => {
  const { url, asked } = await answering({ 'GET /api/v3/traces': { result: { resourceSpans: [otlp] } } });
  const { values, failures } = await valuesOf({ type: 'jaeger', url });
  expect(failures).toEqual([]);
  expect(values).toEqual(explained);
  expect(asked.find(({ path }) => path === '/api/v3/traces')?.parameters.get('query.service_name')).toBe('checkout');
});

test('Tempo: a search, then each trace', async () => {
  const { url, asked } = await answering({
    'GET /api/search': { traces: [{ traceID: '2f3e', rootServiceName: 'checkout', durationMs: 1000 }, { traceID: '../x' }] },
    'GET /api/traces/2f3e': { batches: [otlp] },
  });
  const { values, failures } = await valuesOf({ type: 'tempo', url, tenant: 'team-a' }, { name: NAME });
  expect(failures).toEqual([]);
  expect(values).toEqual(explained);
  expect(asked[0]?.parameters.get('q')).toBe('{resource.service.name="a\\"b\'c\\\\d.*"}');
  expect(asked.every(({ headers }) => headers['x-scope-orgid'] === 'team-a')).toBe(true);
});

const vector = (...result: [Record<string, string>, number][]) => ({
  status: 'success',
  data: { resultType: 'vector', result: result.map(([metric, value]) => ({ metric, value: [0, String(value)] })) },
});

test('Loki: records, with severity, with a trace id', async () => {
  const { url, asked } = await answering({
    'GET /loki/api/v1/query': ({ parameters }: Asked) =>
      parameters.get('query')?.startsWith('sum by')
        ? vector([{ detected_level: 'info' }, 80], [{ detected_level: 'unknown' }, 10], [{ level: 'error' }, 10])
        : vector([{}, parameters.get('query')?.includes('|~') ? 50 : 60]),
  });
  const { values, failures } = await valuesOf({ type: 'loki', url }, { name: NAME });
  expect(failures).toEqual([]);
  expect(values['log-stream']).toEqual({ records: 100, severityShare: 0.9, traceIdShare: 0.6 });
  for (const { parameters } of asked) expect(parameters.get('query')).toContain('{service_name="a\\"b\'c\\\\d.*"}');
});

const panel = (expr: string, rest = {}) => ({
  type: 'timeseries',
  datasource: { uid: 'prom', type: 'prometheus' },
  targets: [{ refId: 'A', expr }],
  ...rest,
});
const frame = (...values: (number | null)[]) => ({
  schema: {
    fields: [
      { name: 'Time', type: 'time' },
      { name: 'Value', type: 'number' },
    ],
  },
  data: { values: [values.map((_, index) => index), values] },
});

test('Grafana: dashboards by tag, and the panels that have data', async () => {
  const dashboard = {
    templating: {
      list: [
        { name: 'service', current: { value: 'other' } },
        { name: 'route', current: { value: ['$__all'] } },
        { name: 'ds', current: { value: 'prom' } },
      ],
    },
    panels: [
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as Grafana writes its variables
      panel('rate(requests{service="$service",route=~"${route:regex}"}[$__rate_interval])'),
      { type: 'row', panels: [panel('empty', { datasource: { uid: '[[ds]]' } }), panel('wrong(')] },
      panel('nulls'),
      // Nothing to ask: words, and what another panel asked.
      { type: 'text' },
      panel('', { datasource: { uid: '-- Dashboard --' } }),
    ],
  };
  const expressions: string[] = [];
  const url = await serve(({ path, parameters, body }, response) => {
    response.setHeader('content-type', 'application/json');
    if (path === '/api/search') {
      expect(parameters.getAll('tag')).toEqual([`service:${NAME}`]);
      response.end(JSON.stringify([{ uid: 'a/b', type: 'dash-db' }]));
    } else if (path === '/api/dashboards/uid/a%2Fb') response.end(JSON.stringify({ dashboard, meta: {} }));
    else {
      const { queries, from, to } = JSON.parse(body.toString());
      expect([path, from, to]).toEqual(['/api/ds/query', String(time - 7 * 86_400_000), String(time)]);
      expect(queries[0].datasource.uid).toBe('prom');
      const { expr } = queries[0];
      expressions.push(expr);
      if (expr === 'wrong(') response.writeHead(400);
      const frames = expr === 'empty' ? [] : expr === 'nulls' ? [frame(null, null)] : [frame(null, 3)];
      response.end(JSON.stringify({ results: { A: { status: 200, frames } } }));
    }
  });
  const manifest = { ...manifestOf(NAME), selectors: { grafana: { 'var-service': 'mine' } } };
  const { evidence, failures } = await collect(manifest, [{ type: 'grafana', url }], { now, retries: 0 });
  expect(failures).toEqual([]);
  expect(evidence.find(({ kind }) => kind === 'dashboards')?.values).toEqual({ dashboards: 1, filledPanelShare: 0.25 });
  expect(expressions.sort()).toEqual([
    'empty',
    'nulls',
    'rate(requests{service="mine",route=~".*"}[$__rate_interval])',
    'wrong(',
  ]);
});

test('Grafana without a dashboard of the service', async () => {
  const { url } = await answering({ 'GET /api/search': [] });
  expect((await valuesOf({ type: 'grafana', url })).values['dashboards']).toEqual({ dashboards: 0, filledPanelShare: null });
});

test.each([
  [[['process_cpu:cpu:nanoseconds:cpu:nanoseconds'], ['memory:alloc_space:bytes:space:bytes']], true],
  [[['memory:alloc_space:bytes:space:bytes']], false],
  [[], false],
])('Pyroscope has %j: %s', async (types, cpu) => {
  const labelsSet = types.map(([value]) => ({ labels: [{ name: '__profile_type__', value }] }));
  const { url, asked } = await answering({ 'POST /querier.v1.QuerierService/Series': { labelsSet } });
  expect((await valuesOf({ type: 'pyroscope', url }, { name: NAME })).values).toEqual({ profiles: { cpu } });
  expect(JSON.parse(asked[0]!.body.toString())).toEqual({
    matchers: ['{service_name="a\\"b\'c\\\\d.*"}'],
    labelNames: ['__profile_type__'],
    start: time - 7 * 86_400_000,
    end: time,
  });
});

test.each([
  [[{ labelset: { labels: [] }, samples: [] }], true],
  [[], false],
])('Parca has %j: %s', async (series, cpu) => {
  const { url, asked } = await answering({ 'GET /api/profiles/query_range': { series } });
  expect((await valuesOf({ type: 'parca', url }, { name: NAME })).values).toEqual({ profiles: { cpu } });
  expect(asked[0]?.parameters.get('query')).toBe('parca_agent:samples:count:cpu:nanoseconds:delta{comm="a\\"b\'c\\\\d.*"}');
});

test('Google Cloud: logs, traces and profiles, with a token that is told nowhere', async () => {
  const span = { kind: 'RPC_SERVER', startTime: '2026-11-22T11:00:00Z', endTime: '2026-11-22T11:00:01Z', labels: {} };
  const spans = [
    { ...span, spanId: '1', parentSpanId: '0' },
    {
      ...span,
      spanId: '2',
      parentSpanId: '1',
      kind: 'RPC_CLIENT',
      endTime: '2026-11-22T11:00:00.900Z',
      labels: { 'db.system': 'x' },
    },
  ];
  const profile = (target: string) => ({ deployment: { target }, profileType: 'CPU', startTime: '2026-11-20T00:00:00Z' });
  const { url, asked } = await answering({
    'POST /v2/entries:list': { entries: [{ severity: 'INFO', trace: 'projects/x/traces/1' }, { severity: 'DEFAULT' }] },
    'GET /v1/projects/shop-prod/traces': { traces: [{ projectId: 'shop-prod', traceId: '1', spans }] },
    'GET /v2/projects/shop-prod/profiles': ({ parameters }: Asked) =>
      parameters.has('pageToken') ? { profiles: [profile('checkout')] } : { profiles: [profile('cart')], nextPageToken: 'n' },
  });
  const urls = { logging: url, trace: url, profiler: url };
  const source = { type: 'google-cloud', project: 'shop-prod', urls, token: async () => 'ya29.token-of-an-hour' } as const;
  const result = await valuesOf(source);
  expect(result).toEqual({
    failures: [],
    values: {
      'log-stream': { records: 2, severityShare: 0.5, traceIdShare: 0.5 },
      ...explained,
      profiles: { cpu: true },
    },
  });
  expect(new Set(asked.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer ya29.token-of-an-hour']));
  const { filter } = JSON.parse(asked.find(({ method }) => method === 'POST')!.body.toString());
  expect(filter).toBe('resource.labels.service_name="checkout" AND timestamp>="2026-11-21T12:00:00.000Z"');
});

test('a token that cannot be made is a failure of that source', async () => {
  const token = () => Promise.reject(new Error('could not read key hunter2hunter2'));
  const { failures, values } = await valuesOf({ type: 'google-cloud', project: 'shop-prod', token });
  expect(failures).toMatchObject([{ code: 'unauthorized' }]);
  expect(values['profiles']).toMatchObject({ reason: 'unauthorised' });
  expect(JSON.stringify(failures)).not.toContain('hunter2');
});

const newRelic = (answer: (nrql: string) => unknown) =>
  answering({
    'POST /graphql': ({ body }: Asked) => {
      const { query, variables } = JSON.parse(body.toString());
      expect(query).toContain('account(id: $account)');
      expect(variables.account).toBe(12345);
      return answer(variables.nrql);
    },
  });
const results = (...rows: unknown[]) => ({ data: { actor: { account: { nrql: { results: rows } } } } });

test('New Relic: NRQL through NerdGraph, with its key', async () => {
  const { url, asked } = await newRelic((nrql) => {
    if (nrql.includes('FROM Log')) return results({ n: 200, leveled: 150, traced: 100 });
    if (nrql.includes('FROM Span')) return results({ traces: 40, clients: 5 });
    if (nrql.includes('NrAiIncident')) return results({ n: 3, p: { '50': 600 } });
    if (nrql.includes('SyntheticCheck')) return results({ samples: 288, locations: 3 });
    return results({ n: 10, e: 1, d: 0.2, good: 90 }, { n: 30, e: 0, d: 0.2, good: 100 }, { n: 0, good: null });
  });
  const environment = { FLAMESTEP_HTTP_AUTHORIZATION: `${url} NRAK-0123456789` };
  const { values, failures } = await valuesOf(
    { type: 'newrelic', account: 12_345, url: `${url}/graphql` },
    { name: NAME, environment },
  );
  expect(failures).toEqual([]);
  expect(values).toEqual({
    'request-metrics': { rate: true, errors: true, duration: true, slotCoverage: 2 / 3 },
    availability: { share: 0.975, coverage: 2 / 3 },
    'log-stream': { records: 200, severityShare: 0.75, traceIdShare: 0.5 },
    'trace-sample': { traces: 40, orphanShare: null, clientRootShare: 0.05 },
    'outside-view': { samples: 288, locations: 3 },
    'recovery-time': { incidents: 3, median: 600 },
  });
  for (const { headers, body } of asked) {
    expect(headers).toMatchObject({ 'api-key': 'NRAK-0123456789' });
    expect(headers.authorization).toBeUndefined();
    expect(JSON.parse(body.toString()).variables.nrql).toContain("= 'a\"b\\'c\\\\d.*'");
  }
});

test('New Relic: sessions, crashes and errors of an app; journeys and vitals of a page', async () => {
  const { url } = await newRelic((nrql) => {
    if (nrql.includes('uniqueCount(sessionId)')) return results({ sessions: 120, users: 80 });
    if (nrql.includes('JavaScriptError')) return results({ n: 900, errors: nrql.includes("'quiet'") ? 0 : 3 });
    if (nrql.includes('SCRIPT_BROWSER')) return results({ n: 90, good: 100 }, { n: 10, good: 50 }, { n: 0, good: null });
    return results();
  });
  const source = { type: 'newrelic', account: 12_345, url: `${url}/graphql` } as const;
  const app = await valuesOf(source, { kind: 'mobile' });
  expect(app.values).toMatchObject({
    'app-sessions': { sessions: 120, crashFree: true },
    'client-error-stream': { receiving: true },
  });
  expect(app.values).not.toHaveProperty('journeys');
  const page = await valuesOf(source, { kind: 'web', name: 'quiet' });
  expect(page.values).toMatchObject({
    journeys: { successShare: 0.95, coverage: 2 / 3 },
    // Nobody met an error, or none arrives.
    'client-error-stream': { receiving: null },
  });
});

test.each([
  [vector([{ level: 'info' }, 80], [{ detected_level: 'error' }, 2]), true],
  [vector([{ level: 'info' }, 80], [{ level: 'error' }, 0]), null],
  [vector(), false],
])('Loki: errors of a client arrive: %#', async (answer, receiving) => {
  const { url } = await answering({ 'GET /loki/api/v1/query': answer });
  const { values } = await valuesOf({ type: 'loki', url }, { kind: 'web' });
  expect(values['client-error-stream']).toEqual({ receiving });
});

test.each([
  [1, 1],
  [4, 0.25],
  [0, undefined],
])('traces of a job that ran %i times, and has one', async (runs, tracedShare) => {
  const { url } = await answering({
    'GET /api/traces': { data: [jaegerTrace] },
    'POST /api/v1/query': vector([{}, runs]),
  });
  const manifest = manifestOf('nightly');
  const sources: Source[] = [
    { type: 'jaeger', url },
    { type: 'prometheus', url },
  ];
  const batch = { ...manifest, service: { ...manifest.service, kind: 'batch' as const } };
  const { evidence } = await collect(batch, sources, { now, retries: 0 });
  const found = evidence.find(({ kind }) => kind === 'run-traces');
  if (tracedShare === undefined) expect(found?.unavailable?.reason).toBe('no-data');
  else expect(found?.values).toEqual({ tracedShare });
});

test('errors of New Relic come in answers that are well', async () => {
  const { url } = await newRelic(() => ({
    data: null,
    errors: [{ message: 'Access denied', extensions: { errorClass: 'ACCESS_DENIED' } }],
  }));
  const { values } = await valuesOf({ type: 'newrelic', account: 12_345, url: `${url}/graphql` });
  expect(values['availability']).toEqual({ reason: 'unauthorised', detail: 'New Relic answered: Access denied' });
});
