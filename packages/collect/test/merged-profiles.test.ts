import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { decode } from '@flamestep/pprof';
import protobuf from 'protobufjs';
import { afterEach, expect, test } from 'vitest';
import { fetchProfile } from '../src/index.ts';
import { serve, stopServers } from '../../../fixtures/servers/local-server.ts';
import type { Asked } from '../../../fixtures/servers/local-server.ts';

/*
 * Contract tests: the fake servers know the published names of services, fields and parameters, and answer what they do not know as
 * the real ones do.
 */

afterEach(stopServers);

const profile = readFileSync(new URL('../../../fixtures/json-unmarshal/base.pb.gz', import.meta.url));
const { samples } = decode(profile);
const now = () => Date.UTC(2026, 10, 22, 12);
const encoded = encodeURIComponent;

/** The request of https://github.com/grafana/pyroscope/blob/main/api/querier/v1/querier.proto, as far as it is used. */
const { root } = protobuf.parse(
  `syntax = "proto3"; package querier.v1;
   message SelectMergeProfileRequest { string profile_typeID = 1; string label_selector = 2; int64 start = 3; int64 end = 4; }`,
  { keepCase: true },
);
const SelectMergeProfileRequest = root.lookupType('querier.v1.SelectMergeProfileRequest');

async function pyroscope(prefix = ''): Promise<{ origin: string; asked: (Record<string, unknown> & { tenant?: unknown })[] }> {
  const asked: Record<string, unknown>[] = [];
  const origin = await serve(({ method, path, headers, body }, response) => {
    if (method !== 'POST' || path !== `${prefix}/querier.v1.QuerierService/SelectMergeProfile`) {
      response.writeHead(404).end();
    } else if (headers['content-type'] !== 'application/proto' || headers['connect-protocol-version'] !== '1') {
      response.writeHead(415).end();
    } else {
      const message = SelectMergeProfileRequest.decode(body);
      asked.push({ ...SelectMergeProfileRequest.toObject(message, { longs: Number }), tenant: headers['x-scope-orgid'] });
      response.writeHead(200, { 'content-type': 'application/proto' }).end(gunzipSync(profile));
    }
  });
  return { origin, asked };
}

test('Pyroscope is asked through its Connect API', async () => {
  const { origin, asked } = await pyroscope();
  const query = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds{service_name="checkout",version="v2"}';
  const url = `pyroscope+${origin}/?query=${encoded(query)}&from=2026-11-22T10:00:00Z&until=now-30m&tenant=team-a`;
  expect(decode(await fetchProfile(url, { now })).samples.length).toBe(samples.length);
  expect(asked).toEqual([
    {
      profile_typeID: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
      label_selector: '{service_name="checkout",version="v2"}',
      start: Date.UTC(2026, 10, 22, 10),
      end: Date.UTC(2026, 10, 22, 11, 30),
      tenant: 'team-a',
    },
  ]);
});

test('Pyroscope behind a path: the last hour of everything by default', async () => {
  const { origin, asked } = await pyroscope('/tools/pyroscope');
  await fetchProfile(`pyroscope+${origin}/tools/pyroscope/?query=memory:alloc_space:bytes:space:bytes`, { now });
  expect(asked).toEqual([
    {
      profile_typeID: 'memory:alloc_space:bytes:space:bytes',
      label_selector: '{}',
      start: now() - 3_600_000,
      end: now(),
      tenant: undefined,
    },
  ]);
});

test('a URL as it is typed: with braces, quotes, and plus as plus', async () => {
  const { origin, asked } = await pyroscope();
  await fetchProfile(`pyroscope+${origin}/?query=a:b:c:d:e{pod=~"api-.+", x!="y%26z"}&from=2026-11-22T10:00:00+09:00`, { now });
  expect(asked).toMatchObject([{ label_selector: '{pod=~"api-.+", x!="y&z"}', start: Date.UTC(2026, 10, 22, 1) }]);
});

test('the words of a Connect error are told', async () => {
  const origin = await serve((_, response) => {
    response.writeHead(400, { 'content-type': 'application/json' });
    response.end('{"code":"invalid_argument","message":"parse error: unexpected end of input"}');
  });
  await expect(fetchProfile(`pyroscope+${origin}/?query=a:b:c:d:e`)).rejects.toMatchObject({
    code: 'status',
    message: 'the server answered 400 Bad Request: parse error: unexpected end of input',
  });
});

test('nothing that matches is an empty message, and no profile', async () => {
  const origin = await serve((_, response) => response.writeHead(200, { 'content-type': 'application/proto' }).end());
  await expect(fetchProfile(`pyroscope+${origin}/?query=a:b:c:d:e`)).rejects.toMatchObject({ code: 'no-profile' });
});

test('a query is not sent to a login page', async () => {
  const origin = await serve((_, response) => response.writeHead(302, { location: '/login' }).end());
  const error = await fetchProfile(`pyroscope+${origin}/?query=a:b:c:d:e`).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'status', status: 302 });
  expect(String(error)).toContain(`a redirect to ${origin}/login; ask there, or sign in`);
});

/** Parameters of GET /profiles/query in Parca's published OpenAPI document (query.swagger.json), with their formats. */
const PARCA_PARAMETERS: Readonly<Record<string, RegExp>> = {
  mode: /^MODE_(SINGLE_UNSPECIFIED|DIFF|MERGE)$/,
  'merge.query': /./,
  'merge.start': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  'merge.end': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  reportType: /^REPORT_TYPE_(FLAMEGRAPH_UNSPECIFIED|PPROF|TOP)$/,
};

test('Parca is asked through its HTTP gateway', async () => {
  let asked: Asked | undefined;
  const origin = await serve((request, response) => {
    asked = request;
    const unknown = [...request.parameters].filter(([name, value]) => !PARCA_PARAMETERS[name]?.test(value));
    response.setHeader('content-type', 'application/json');
    if (request.method !== 'GET' || request.path !== '/api/profiles/query') response.writeHead(404).end('{"code":5}');
    else if (unknown.length > 0)
      response.writeHead(400).end(JSON.stringify({ code: 3, message: `unknown ${unknown}`, details: [] }));
    else response.end(JSON.stringify({ pprof: profile.toString('base64'), total: '0', filtered: '0' }));
  });
  const query = 'parca_agent:samples:count:cpu:nanoseconds:delta{comm="checkout"}';
  const url = `parca+${origin}?query=${encoded(query)}&from=1795341600&until=1795345200000`;
  expect(decode(await fetchProfile(url, { now, maxBytes: profile.length })).samples.length).toBe(samples.length);
  expect(Object.fromEntries(asked?.parameters ?? [])).toEqual({
    mode: 'MODE_MERGE',
    'merge.query': query,
    'merge.start': new Date(1_795_341_600_000).toISOString(),
    'merge.end': new Date(1_795_345_200_000).toISOString(),
    reportType: 'REPORT_TYPE_PPROF',
  });
  await expect(fetchProfile(url, { now, maxBytes: profile.length - 1 })).rejects.toMatchObject({ code: 'too-large' });
});

test.each(['{}', '{"pprof":""}', '{"pprof":5}', 'null', '<html>', '{"flamegraph":{}}'])(
  '%s from Parca is no profile',
  async (answer) => {
    const origin = await serve((_, response) => response.end(answer));
    await expect(fetchProfile(`parca+${origin}/?query=a`)).rejects.toMatchObject({ code: 'no-profile' });
  },
);
