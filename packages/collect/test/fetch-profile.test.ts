import { readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decode } from '@flamestep/pprof';
import { afterEach, expect, test } from 'vitest';
import { fetchProfile, isCollectError } from '../src/index.ts';
import type { CollectError, FetchProfileOptions } from '../src/index.ts';
import { freePort, serve, stopServers } from '../../../fixtures/servers/local-server.ts';
import type { Asked } from '../../../fixtures/servers/local-server.ts';

afterEach(stopServers);

const profile = readFileSync(new URL('../../../fixtures/json-unmarshal/base.pb.gz', import.meta.url));
const { samples } = decode(profile);

async function failure(url: string, options: FetchProfileOptions = {}): Promise<CollectError> {
  const error = await fetchProfile(url, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isCollectError(error)) throw new Error(`expected a CollectError, not ${String(error)}`);
  return error;
}

test('reads a profile as it is, gzipped or plain, or gzipped once more on the way', async () => {
  const origin = await serve(({ path }, response) => {
    if (path === '/plain') response.end(gunzipSync(profile));
    else if (path === '/encoded') response.setHeader('content-encoding', 'gzip').end(gzipSync(profile));
    else response.end(profile);
  });
  for (const path of ['/debug/pprof/heap', '/plain', '/encoded']) {
    expect(decode(await fetchProfile(`${origin}${path}`)).samples.length, path).toBe(samples.length);
  }
});

test.each([
  ['', undefined, '/debug/pprof/profile', ''],
  ['/', 7, '/debug/pprof/profile', 'seconds=7'],
  ['/debug/pprof/profile?seconds=5', undefined, '/debug/pprof/profile', 'seconds=5'],
  ['/debug/pprof/profile?seconds=5&x=1', 7, '/debug/pprof/profile', 'seconds=7&x=1'],
  ['/debug/pprof/heap?gc=1#part', undefined, '/debug/pprof/heap', 'gc=1'],
])('%s with seconds %s asks for %s?%s', async (suffix, seconds, path, query) => {
  let asked: Asked | undefined;
  const origin = await serve((request, response) => {
    asked = request;
    response.end(profile);
  });
  await fetchProfile(`${origin}${suffix}`, { seconds });
  expect({ path: asked?.path, query: asked?.parameters.toString() }).toEqual({ path, query });
});

test.each([
  ['ftp://h/x', 'bad-url', 'unknown scheme'],
  ['grafana+http://h/x', 'bad-url', 'unknown scheme'],
  ['http://', 'bad-url', 'cannot be read'],
  ['http://me:hunter2@h/x', 'bad-url', 'set FLAMESTEP_HTTP_AUTHORIZATION instead'],
  ['http://h/debug/pprof/profile?seconds=long', 'bad-url', 'seconds must be a whole number'],
  ['pyroscope+http://h/', 'bad-url', 'what to merge is missing; add query=process_cpu:cpu:nanoseconds'],
  ['pyroscope+http://h/?query=cpu', 'bad-url', 'query must be a profile type with five parts'],
  ['pyroscope+http://h/?query=a:b:c:d:e&form=now-1h', 'bad-url', "no parameter 'form'; those are query, from, until, tenant"],
  ['pyroscope+http://h/?query=a:b:c:d:e&from=yesterday', 'bad-url', 'from cannot be read; write now-1h'],
  ['pyroscope+http://h/?query=a:b:c:d:e&from=now&until=now-1h', 'bad-url', 'from must be before until'],
  ['pyroscope+http://h/?query=a:b:c:d:e&tenant=a%0db', 'bad-url', 'tenant may hold'],
  ['parca+http://h/?query=a&query=b', 'bad-url', 'query is given more than once'],
  ['http://127.0.0.1:1/x', 'unreachable', 'the server cannot be reached'],
])('%s fails: %s %s', async (url, code, message) => {
  const error = await failure(url);
  expect(error.code).toBe(code);
  expect(error.message).toContain(message);
  expect(`${error.message} ${error.url}`).not.toContain('hunter2');
});

test('says that nothing listens', async () => {
  const error = await failure(`http://127.0.0.1:${await freePort()}/x`);
  expect(error).toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/^nothing listens there; check host and port/),
  });
});

test.each([
  [404, 'text/plain', 'Unknown profile', 'status', 'the server answered 404 Not Found: Unknown profile'],
  [404, 'text/html', '<h1>no</h1>', 'status', 'the server answered 404 Not Found; check the path'],
  [
    500,
    'text/plain',
    'could not enable CPU profiling:\u001b[2J in use\nmore',
    'status',
    'could not enable CPU profiling: [2J in use',
  ],
  [
    503,
    'application/json',
    '{"code":"unavailable","message":"too many queries"}',
    'status',
    '503 Service Unavailable: too many queries',
  ],
  [401, 'text/plain', 'no', 'unauthorized', 'the server wants credentials (401): set FLAMESTEP_HTTP_AUTHORIZATION to'],
  [403, 'text/plain', 'no', 'unauthorized', 'the server wants credentials (403)'],
])('%s %s %s is told', async (status, type, body, code, message) => {
  const origin = await serve((_, response) => response.writeHead(status, { 'content-type': type }).end(body));
  const error = await failure(`${origin}/x`);
  expect(error).toMatchObject({ code, status, url: `${origin}/x` });
  expect(error.message).toContain(message);
  expect(error.message).not.toContain('\u001b');
});

test('an empty answer is no profile', async () => {
  const origin = await serve((_, response) => response.end());
  expect(await failure(`${origin}/x`)).toMatchObject({ code: 'no-profile' });
});

test('stops reading when there is more than allowed, whatever the length says', async () => {
  let sent = 0;
  const origin = await serve((_, response) => {
    const more = () => {
      while (!response.destroyed && response.write(Buffer.alloc(65_536))) sent += 65_536;
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  expect(await failure(`${origin}/endless`, { maxBytes: 1_000_000 })).toMatchObject({ code: 'too-large' });
  expect(sent).toBeLessThan(100_000_000);
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const encoded = await serve((_, response) => response.setHeader('content-encoding', 'gzip').end(bomb));
  expect(await failure(`${encoded}/bomb`, { maxBytes: 1_000_000 })).toMatchObject({ code: 'too-large' });
});

test('gives up after the time-out, before or while the answer comes', async () => {
  const origin = await serve(({ path }, response) => {
    if (path === '/halfway') response.write('x');
  });
  for (const path of ['/silent', '/halfway', '/debug/pprof/profile?seconds=3']) {
    const error = await failure(`${origin}${path}`, { timeoutMs: 50 });
    expect(error).toMatchObject({ code: 'timeout' });
    expect(error.message).toMatch(path.includes('seconds') ? /within 0\.05 s \(it records for 3 s\)/ : /within 0\.05 s;/);
  }
});

test('stops when the caller says so', async () => {
  const controller = new AbortController();
  const origin = await serve(() => controller.abort());
  expect(await failure(`${origin}/x`, { signal: controller.signal })).toMatchObject({ code: 'aborted' });
  expect(await failure(`${origin}/x`, { signal: AbortSignal.abort() })).toMatchObject({ code: 'aborted' });
});

test('a connection that breaks off is told as such', async () => {
  const origin = await serve((_, response) => {
    response.writeHead(200, { 'content-length': '100' }).write('x');
    response.socket?.destroySoon();
  });
  expect(await failure(`${origin}/x`)).toMatchObject({ code: 'unreachable', message: 'the connection was lost' });
});

const lines = (origin: string) => `https://elsewhere.example Bearer other\n\n ${origin}  Bearer hunter2 \n`;

test('credentials go to the host that they are for', async () => {
  const seen: unknown[] = [];
  const origin = await serve(({ headers }, response) => {
    seen.push(headers.authorization);
    response.end(profile);
  });
  await fetchProfile(`${origin}/x`, { environment: { FLAMESTEP_HTTP_AUTHORIZATION: lines(origin) } });
  await fetchProfile(`${origin}/x`, { environment: { FLAMESTEP_HTTP_AUTHORIZATION: 'http://127.0.0.1:1 Bearer hunter2' } });
  await fetchProfile(`${origin}/x`, { environment: { FLAMESTEP_HTTP_AUTHORIZATION: 'https://127.0.0.1 Bearer hunter2' } });
  await fetchProfile(`${origin}/x`);
  expect(seen).toEqual(['Bearer hunter2', undefined, undefined, undefined]);
});

test.each(['Bearer hunter2', 'hunter2', 'example.com Bearer hunter2', 'ftp://h hunter2', 'https://h hunter2\u0007'])(
  'credentials that cannot be read are refused without being repeated: %s',
  async (value) => {
    const error = await failure('http://127.0.0.1:1/', { environment: { FLAMESTEP_HTTP_AUTHORIZATION: `\n${value}` } });
    expect(error).toMatchObject({ code: 'bad-credentials' });
    expect(error.message).toMatch(/^line 2 of FLAMESTEP_HTTP_AUTHORIZATION cannot be read/);
    expect(error.message).not.toContain('hunter2');
  },
);

test('a redirect is followed, and to another host without credentials, and so back again', async () => {
  const seen: [string, unknown][] = [];
  const far = await serve(({ headers }, response) => {
    seen.push(['far', headers.authorization]);
    response.writeHead(302, { location: `${near}/end` }).end();
  });
  const near: string = await serve(({ path, headers }, response) => {
    seen.push([path, headers.authorization]);
    if (path === '/start') response.writeHead(301, { location: '/moved' }).end();
    else if (path === '/moved') response.writeHead(307, { location: `${far}/x` }).end();
    else response.end(profile);
  });
  const bytes = await fetchProfile(`${near}/start`, { environment: { FLAMESTEP_HTTP_AUTHORIZATION: lines(near) } });
  expect(bytes.length).toBe(profile.length);
  expect(seen).toEqual([
    ['/start', 'Bearer hunter2'],
    ['/moved', 'Bearer hunter2'],
    ['far', undefined],
    ['/end', undefined],
  ]);
});

test.each([
  ['/round', 'more than 5 redirects'],
  ['http://[', 'a redirect that leads nowhere'],
  ['', 'a redirect that leads nowhere'],
  ['file:///etc/passwd', 'a redirect to file:, which is not followed'],
])('a redirect to %s is not followed for ever', async (location, message) => {
  const origin = await serve((_, response) => response.writeHead(302, location === '' ? {} : { location }).end());
  const error = await failure(`${origin}/round`);
  expect(error).toMatchObject({ code: 'status', status: 302 });
  expect(error.message).toContain(message);
});

test('a redirect away from TLS is not followed', async () => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (url) => {
    asked.push(String(url));
    return new Response(null, { status: 302, headers: { location: 'http://h/login?next=hunter2' } });
  };
  const error = await failure('https://h/debug/pprof/heap', { fetch });
  expect(error.message).toBe(
    'the server answered with a redirect away from TLS, to http://h/login?next=…, which is not followed',
  );
  expect(asked).toEqual(['https://h/debug/pprof/heap']);
});
