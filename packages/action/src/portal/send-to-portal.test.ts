import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { buildReport, renderJson } from '@flamestep/report';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job } from '../event/job.ts';
import { sendToPortal } from './send-to-portal.ts';

const report = buildReport({
  subject: { name: 'checkout', key: 'checkout', head: { commit: 'a'.repeat(40) } },
  provenance: { tool: '1.0.0', recordedAt: '2026-01-01T00:00:00Z' },
  environment: { head: { os: 'linux', arch: 'amd64' } },
  state: { kind: 'no-baseline', reason: 'the first' },
});

const TOKEN = 'hunter2-hunter2';

type Answer = (response: ServerResponse, request: IncomingMessage) => void;
const saying =
  (status: number, body = '', headers: Record<string, string> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(body);
const page = saying(201, '{"url":"https://portal.test/reports/1"}');
const cut: Answer = (response) => response.socket?.destroy();
const cutHalfway: Answer = (response) =>
  response.writeHead(201, { 'content-length': '500' }).write('{"url', () => cut(response, response.req));

describe('a portal', () => {
  let server: Server;
  let url: string;
  let answers: Answer[];
  let received: { readonly request: IncomingMessage; readonly body: string }[];
  let warnings: string[];

  beforeEach(async () => {
    [answers, received, warnings] = [[], [], []];
    server = createServer((request, response) => {
      const chunks: Uint8Array[] = [];
      request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      request.on('end', () => {
        received.push({ request, body: gunzipSync(Buffer.concat(chunks)).toString() });
        (answers.shift() ?? saying(500))(response, request);
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
    expect(warnings.join()).not.toContain(TOKEN);
  });

  const send = (entity?: string) => sendToPortal(report, { url, entity, token: TOKEN }, jobOf(warnings));

  test('gets the report, and says where it shows it', async () => {
    answers = [page];
    expect(await send()).toBe('https://portal.test/reports/1');
    expect(received.map(({ request: { method, url: path, headers } }) => [method, path, headers.authorization])).toEqual([
      ['POST', '/api/flamestep/v1/reports?event=merge_group', `Bearer ${TOKEN}`],
    ]);
    expect(received[0]?.body).toBe(renderJson(report));
    expect(received[0]?.request.headers).toMatchObject({ 'content-type': 'application/json', 'content-encoding': 'gzip' });
    expect(warnings).toEqual([]);
  });

  test('is reached through the proxy of the runner', async () => {
    answers = [page];
    const asked: (string | undefined)[] = [];
    const proxy = createServer().on('connect', (request: IncomingMessage, client: Socket) => {
      asked.push(request.url);
      const portal = connect(Number(new URL(url).port), '127.0.0.1', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        portal.pipe(client).pipe(portal);
      });
    });
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    process.env['http_proxy'] = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    try {
      const sent = await sendToPortal(report, { url: 'http://portal.test', entity: undefined, token: TOKEN }, jobOf(warnings));
      expect([sent, asked]).toEqual(['https://portal.test/reports/1', ['portal.test:80']]);
    } finally {
      delete process.env['http_proxy'];
      proxy.close();
    }
  });

  test.each<[string, Answer]>([
    ['is out of order', saying(503)],
    ['cuts the connection', cut],
    ['cuts its answer', cutHalfway],
  ])('gets it again, once, where it %s', async (_, first) => {
    answers = [first, page];
    expect(await send()).toBe('https://portal.test/reports/1');
    answers = [first, first, page];
    expect(await send()).toBeUndefined();
    expect(received).toHaveLength(4);
    expect(warnings).toEqual([expect.stringMatching(/^The portal has not taken the report: it /)]);
  });

  test('is told the entity where the workflow names one', async () => {
    answers = [page];
    await send('component:default/cart & co');
    expect(received.map(({ request }) => request.url)).toEqual([
      '/api/flamestep/v1/reports?event=merge_group&entity=component%3Adefault%2Fcart+%26+co',
    ]);
  });

  test('that has the report already is content', async () => {
    answers = [saying(409, '{}')];
    await send();
    expect(warnings).toEqual([]);
  });

  test.each([
    [400, 'set portal-entity'],
    [401, 'check portal-token'],
    [403, 'may not report'],
    [404, 'check portal-url'],
    [413, 'too large'],
    [418, 'answered with 418'],
    [429, 'too many'],
  ])('that answers with %i is a warning with advice', async (status, advice) => {
    answers = [saying(status, `your token was ${TOKEN}`)];
    expect(await send()).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining(advice)]);
    expect(received).toHaveLength(1);
  });

  test('that sends elsewhere is not followed', async () => {
    answers = [saying(307, '', { location: `${url}/elsewhere` })];
    expect(await send()).toBeUndefined();
    expect(received).toHaveLength(1);
    expect(warnings).toEqual([expect.stringContaining('redirect')]);
  });

  test.each([['javascript:alert(1)'], ['http://portal.test/'], ['not an address']])(
    'whose page is %s has none',
    async (address) => {
      answers = [saying(201, JSON.stringify({ url: address }))];
      expect(await send()).toBeUndefined();
      expect(warnings).toEqual([]);
    },
  );

  test('that never stops answering is not listened to for long', async () => {
    let isCut = false;
    answers = [
      (response) => {
        response.on('close', () => {
          isCut = true;
        });
        const pour = () => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
        };
        response.writeHead(201).on('drain', pour);
        pour();
      },
    ];
    expect(await send()).toBeUndefined();
    expect(warnings).toEqual([]);
    await expect.poll(() => isCut).toBe(true);
  });

  test('that needs an identity which the job may not have is a warning that says what to grant', async () => {
    expect(await sendToPortal(report, { url, entity: undefined, token: undefined }, jobOf(warnings))).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining("'id-token: write'")]);
    expect(received).toEqual([]);
  });
});

/** A job of a merge queue. */
function jobOf(warnings: string[]) {
  const log = { info() {}, notice() {}, error() {}, warning: (text: string) => void warnings.push(text) };
  return { job: { eventName: 'merge_group' } as Job, log };
}
