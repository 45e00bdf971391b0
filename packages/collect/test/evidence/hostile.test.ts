import { afterEach, expect, test } from 'vitest';
import { assess, modelForKind, readService } from '@flamestep/maturity';
import { collect, type Source } from '../../src/index.ts';
import { serve, stopServers } from '../../../../fixtures/servers/local-server.ts';
import { manifestOf } from './manifest.ts';

afterEach(stopServers);

const now = '2026-11-22T12:00:00Z';
const fast = { now, retries: 1, random: () => 0 };
const prometheus = (url: string): Source[] => [{ type: 'prometheus', url }];

/** A Prometheus that answers every query with this value. */
const answering = (value: string) =>
  serve((_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      `{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[0,"${value}"]}],"groups":[],"activeAlertmanagers":[]}}`,
    );
  });

test.each([
  ['that hangs', 'timeout', () => serve(() => undefined)],
  ['that answers HTML', 'bad-answer', () => serve((_, response) => response.end('<html>login</html>'))],
  ['that answers other JSON', 'bad-answer', () => serve((_, response) => response.end('{"ok":true}'))],
  ['that answers null', 'bad-answer', () => serve((_, response) => response.end('null'))],
  ['that answers 10 MB', 'too-large', () => serve((_, response) => response.end('x'.repeat(10 * 2 ** 20)))],
  ['that redirects', 'status', () => serve((_, response) => response.writeHead(302, { location: '/login' }).end())],
  ['that redirects for ever', 'status', () => serve((_, response) => response.writeHead(307, { location: '/' }).end())],
  ['that wants credentials', 'unauthorized', () => serve((_, response) => response.writeHead(401).end())],
  ['that fails', 'status', () => serve((_, response) => response.writeHead(500).end())],
  ['that hangs up', 'unreachable', () => serve((_, response) => response.destroy())],
])('a Prometheus %s makes everything of it unknown: %s', async (_, code, start) => {
  const url = await start();
  const { evidence, failures } = await collect(manifestOf('checkout'), prometheus(url), {
    ...fast,
    maxBytes: 2 ** 20,
    timeoutMs: code === 'timeout' ? 300 : 60_000,
  });
  const asked = evidence.filter(({ source }) => source.type === 'prometheus');
  expect(asked.length).toBeGreaterThan(10);
  for (const { unavailable } of asked) {
    expect(unavailable?.reason).toBe(code === 'unauthorized' ? 'unauthorised' : 'source-error');
  }
  expect(new Set(failures.map((failure) => failure.code))).toEqual(new Set([code]));
});

test.each(['NaN', 'x', ''])('the value %j is no value, and no proof that nothing is there', async (value) => {
  const paid = { type: 'prometheus', instance: 'main', role: 'customer-outcome', query: 'orders_total' } as const;
  const manifest = manifestOf('checkout', { sources: [paid] });
  const { evidence, failures } = await collect(manifest, prometheus(await answering(value)), fast);
  const numbers = evidence.flatMap(({ values = {} }) => Object.values(values));
  expect(numbers.some((number) => Number.isNaN(number))).toBe(false);
  const of = (kind: string) => evidence.find((one) => one.kind === kind)?.unavailable?.reason;
  expect(['request-metrics', 'outside-view', 'customer-outcome'].map(of)).toEqual(Array(3).fill('source-error'));
  expect(of('availability')).toBeDefined();
  expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['bad-answer']));
  // What this server has no rules and no Alertmanagers for is known; what it was asked to count is not.
  const { findings } = assess(modelForKind('backend'), manifest.service, evidence, { now });
  const outcomes = findings.filter(({ check }) =>
    ['emits-metrics', 'seen-from-outside', 'customer-outcome-is-used'].includes(check),
  );
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown', 'unknown']);
});

test('a busy server is asked again, and one that refuses is not', async () => {
  let asked = 0;
  const url = await serve((_, response) => {
    asked++;
    response.writeHead(asked === 1 ? 503 : 400).end();
  });
  await collect(manifestOf('checkout'), [{ type: 'alertmanager', url }], fast);
  // Three questions, of which the first was asked twice.
  expect(asked).toBe(4);
});

test('at most so many requests at once', async () => {
  let [running, most] = [0, 0];
  const url = await serve((_, response) => {
    most = Math.max(most, ++running);
    setTimeout(() => {
      running--;
      response.writeHead(400).end();
    }, 20);
  });
  await collect(manifestOf('checkout'), prometheus(url), { ...fast, concurrency: 3 });
  expect(most).toBe(3);
});

test('credentials go to their origin and appear nowhere', async () => {
  const secret = 'c2VjcmV0LXNlY3JldA';
  const sent: (string | undefined)[] = [];
  const url = await serve(({ headers }, response) => {
    sent.push(headers.authorization);
    response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify({ error: `bad token ${secret}` }));
  });
  const other = await serve(({ headers }, response) => {
    sent.push(headers.authorization);
    response.writeHead(307, { location: url }).end();
  });
  const environment = { FLAMESTEP_HTTP_AUTHORIZATION: `${url} Bearer ${secret}` };
  const sources: Source[] = [
    { type: 'alertmanager', url },
    { type: 'alertmanager', instance: 'other', url: other },
  ];
  const result = await collect(manifestOf('checkout'), sources, { ...fast, environment });
  expect(sent).toContain(`Bearer ${secret}`);
  expect(JSON.stringify(result)).not.toContain(secret);
  expect(result.failures.map(({ message }) => message)).toContain('the server answered 400 Bad Request: bad token …');
});

test('a password in an address is refused and not repeated', async () => {
  const { failures } = await collect(manifestOf('x'), prometheus('http://me:hunter2@127.0.0.1:1/'), fast);
  expect(failures).toMatchObject([{ code: 'bad-url' }]);
  expect(JSON.stringify(failures)).not.toContain('hunter2');
});

test('a source that fails takes nothing from another', async () => {
  const down = await serve((_, response) => response.writeHead(400).end());
  const up = await serve((_, response) => response.end('[]'));
  const { evidence } = await collect(manifestOf('x'), [...prometheus(down), { type: 'alertmanager', url: up }], fast);
  expect(evidence.find(({ source, kind }) => source.type === 'alertmanager' && kind === 'alert-rules')?.values).toEqual({
    longSilences: 0,
  });
});

test('the caller stops it', async () => {
  const url = await serve(() => undefined);
  const stopped = collect(manifestOf('x'), prometheus(url), { now, signal: AbortSignal.timeout(50) });
  await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
});

test('o11y.yaml of a fork chooses no address; what it names and nobody connected is told', async () => {
  const asked: string[] = [];
  const url = await serve(({ path, body }, response) => {
    asked.push(`${path} ${new URLSearchParams(body.toString()).get('query')}`);
    response.end('{"data":{"result":[],"groups":[],"activeAlertmanagers":[]}}');
  });
  const manifest = readService(`apiVersion: flamestep.io/v1
kind: Service
metadata: { name: checkout }
spec:
  kind: backend
  tier: 1
  selectors: { prometheus: { service: 'x"} or secrets{a="' } }
  normal: [{ operation: a, metric: 'up) or (secrets', atMost: 1 }]
  sources:
    - { type: prometheus, instance: 'evil.example.com' }
    - { type: prometheus, role: customer-outcome, query: 'sum(' }
`);
  const { evidence, failures } = await collect(manifest, prometheus(url), fast);
  expect(failures).toEqual([
    {
      source: { type: 'prometheus', instance: 'evil.example.com' },
      code: 'unbound',
      message: "the service names prometheus 'evil.example.com', which is not connected; say where it is",
      kinds: [],
    },
  ]);
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((query) => query.includes('secrets{a="') || query.includes('or (secrets'))).toEqual([]);
  expect(evidence.find(({ kind }) => kind === 'normal-held')?.unavailable?.detail).toContain('spec.normal[0] is no PromQL');
});
