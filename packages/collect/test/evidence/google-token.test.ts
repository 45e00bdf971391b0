import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { collect } from '../../src/index.ts';
import { serve, stopServers } from '../../../../fixtures/servers/local-server.ts';
import { manifestOf } from './manifest.ts';

/* Application default credentials, of a machine whose metadata server is this one. */

const now = '2026-11-22T12:00:00Z';
let home: string;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'flamestep-home-'));
  // Nobody's own credentials are to be found.
  for (const name of ['HOME', 'APPDATA', 'CLOUDSDK_CONFIG']) vi.stubEnv(name, home);
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', undefined);
  vi.stubEnv('METADATA_SERVER_DETECTION', 'assume-present');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
  await stopServers();
});

async function metadataServer(status: number) {
  const asked: string[] = [];
  const url = await serve(({ path, headers }, response) => {
    if (headers['metadata-flavor'] === 'Google') asked.push(path);
    response.writeHead(status, { 'metadata-flavor': 'Google', 'content-type': 'application/json' });
    response.end(
      status === 200
        ? '{"access_token":"ya29.fake-token","expires_in":3600,"token_type":"Bearer"}'
        : '{"secret":"hunter2hunter2"}',
    );
  });
  vi.stubEnv('GCE_METADATA_HOST', new URL(url).host);
  return asked;
}

async function ask(environment = {}) {
  const sent: (string | undefined)[] = [];
  const url = await serve(({ headers }, response) => {
    sent.push(headers.authorization);
    response.setHeader('content-type', 'application/json');
    response.end('{}');
  });
  const source = { type: 'google-cloud', project: 'shop-prod', urls: { logging: url, trace: url, profiler: url } } as const;
  const authorization =
    Object.keys(environment).length === 0 ? {} : { FLAMESTEP_HTTP_AUTHORIZATION: `${url} Bearer own-token-1` };
  return { ...(await collect(manifestOf('checkout'), [source], { now, environment: authorization, retries: 0 })), sent };
}

test('the token comes from the machine, and goes to Google Cloud', async () => {
  const asked = await metadataServer(200);
  const result = await ask();
  expect(result.failures).toEqual([]);
  expect(asked).toContain('/computeMetadata/v1/instance/service-accounts/default/token');
  expect(new Set(result.sent)).toEqual(new Set(['Bearer ya29.fake-token']));
  expect(JSON.stringify(result.evidence)).not.toContain('ya29');
});

test('credentials of the environment go first', async () => {
  const asked = await metadataServer(200);
  const { sent } = await ask({ own: true });
  expect(asked).toEqual([]);
  expect(new Set(sent)).toEqual(new Set(['Bearer own-token-1']));
});

test('a machine that gives no token is a failure of that source, told without what it said', async () => {
  await metadataServer(404);
  const { failures, sent } = await ask();
  expect(sent).toEqual([]);
  expect(failures).toMatchObject([{ code: 'unauthorized', message: expect.stringContaining('application default credentials') }]);
  expect(JSON.stringify(failures)).not.toContain('hunter2');
});

test('the library is loaded when a token is made, and not before', () => {
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  const paths = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  const naming = paths.filter((path) =>
    /(?:from|import) '[^']*google-auth-library/.test(readFileSync(join(source, path), 'utf8')),
  );
  expect(naming).toEqual([]);
});
