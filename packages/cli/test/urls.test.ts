import { expect, test } from 'vitest';
import { flamestep } from './fake-io.ts';

interface Sent {
  readonly url: string;
  readonly method: string | undefined;
  readonly authorization: string | null;
}

/** A network on which every server has this profile. Notes what is asked of it. */
function network(profile: string | Response, sent: Sent[] = []): typeof globalThis.fetch {
  return async (url, init) => {
    sent.push({ url: String(url), method: init?.method, authorization: new Headers(init?.headers).get('authorization') });
    return typeof profile === 'string' ? new Response(profile) : profile;
  };
}

const heap = 'http://localhost:6060/debug/pprof/heap';

test('a profile may be a URL, on either side, beside files', async () => {
  const sent: Sent[] = [];
  const world = { files: { 'a.folded': 'main 5\n' }, fetch: network('main 7\n', sent) };
  const { out, err } = await flamestep(`top --format=json --base=a.folded ${heap} ${heap}?gc=1`, world);
  expect(JSON.parse(out).rows).toEqual([{ name: 'main', flat: 9, cum: 9 }]);
  expect(err).toBe('');
  expect(sent.map(({ url }) => url)).toEqual([heap, `${heap}?gc=1`]);
});

test('every command takes URLs', async () => {
  const fetch = network('main 7\n');
  for (const command of ['tree', 'traces', 'raw', 'peek main', 'convert -o x.pb.gz', 'view --no-open -o x.html']) {
    const { code, err } = await flamestep(`${command} ${heap}`, { fetch });
    expect({ command, code, err }).toEqual({ command, code: 0, err: '' });
  }
});

test('--seconds as in pprof', async () => {
  const sent: Sent[] = [];
  await flamestep('top -seconds 5 http://localhost:6060', { fetch: network('main 7\n', sent) });
  expect(sent[0].url).toBe('http://localhost:6060/debug/pprof/profile?seconds=5');
});

test('merged profiles of Pyroscope and Parca', async () => {
  const sent: Sent[] = [];
  const pyroscope =
    'pyroscope+https://p.example/?query=process_cpu:cpu:nanoseconds:cpu:nanoseconds{service_name="api"}&from=now-2h&until=now-1h';
  const env = { FLAMESTEP_HTTP_AUTHORIZATION: 'https://p.example Bearer secret' };
  const { code } = await flamestep(['top', pyroscope], { env, fetch: network('main 7\n', sent) });
  expect(code).toBe(0);
  const parca = Response.json({ pprof: Buffer.from('main 8\n').toString('base64') });
  const { out } = await flamestep(['top', 'parca+http://q.example?query=cpu'], { env, fetch: network(parca, sent) });
  expect(out).toContain('8   100%');
  expect(sent).toMatchObject([
    { url: 'https://p.example/querier.v1.QuerierService/SelectMergeProfile', method: 'POST', authorization: 'Bearer secret' },
    { url: expect.stringContaining('http://q.example/api/profiles/query?mode=MODE_MERGE'), method: 'GET', authorization: null },
  ]);
});

test.each([
  ['ftp://h/x', 'ftp://h/x: unknown scheme; profiles are read from http://'],
  ['http://me:secret@h/x', 'http://h/x: a password in a URL ends up in logs'],
  ['parca+http://h/', 'parca+http://h/: what to merge is missing; add query='],
  ['localhost:6060/debug/pprof/heap', 'there is no such file; for a server write http://localhost:6060/debug/pprof/heap'],
  ['--seconds=0 http://h/', '--seconds must be more than 0, not 0'],
  ['--timeout=-1 http://h/', '--timeout must be more than 0, not -1'],
  ['http://h/x?token=secret', 'http://h/x?token=…: not-a-profile: this is a web page'],
])('top %s fails: %s', async (words, message) => {
  const { code, err, out } = await flamestep(`top ${words}`, { fetch: network('<!doctype html><title>Sign in</title>') });
  expect(err).toContain(message);
  expect(err).toMatch(/^flamestep: [^\n]+\n$/);
  expect(err).not.toContain('secret');
  expect({ code, out }).toEqual({ code: 2, out: '' });
});

test.each([
  [
    '401 wants credentials',
    new Response('', { status: 401 }),
    'the server wants credentials (401): set FLAMESTEP_HTTP_AUTHORIZATION to',
  ],
  ['404', new Response('', { status: 404 }), `${heap}: the server answered 404; check the path`],
  ['too much', new Response('x'.repeat(50)), 'the profile has more than 20 bytes; raise --max-size, or ask for less'],
])('what a server answers is told: %s', async (_, answer, message) => {
  const { code, err } = await flamestep(`top --max-size=20 ${heap}`, { fetch: network(answer) });
  expect(err).toContain(message);
  expect(code).toBe(2);
});

test('a server that takes too long', async () => {
  const fetch: typeof globalThis.fetch = (_, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));
  const { err } = await flamestep(`top --timeout=0.05 ${heap}`, { fetch });
  expect(err).toBe(`flamestep: ${heap}: no complete answer within 0.05 s; raise --timeout or record for less time\n`);
});

test('a terminal is told what is waited for', async () => {
  const { err } = await flamestep(`top ${heap}`, { fetch: network('main 7\n'), terminal: true });
  expect(err).toContain(`flamestep: waiting for ${heap} …`);
});

test('a page shows no secrets of URLs', async () => {
  const world = { fetch: network('main 7\n') };
  const { files } = await flamestep(`view -o x.html --base=http://h/before?token=secret http://h/after?token=secret`, world);
  const page = Buffer.from(files['x.html']).toString();
  expect(page).not.toContain('secret');
  expect(page).toContain('<title>h/before?token=… → h/after?token=…</title>');
});
