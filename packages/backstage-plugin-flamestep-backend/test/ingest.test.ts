import { gzipSync } from 'node:zlib';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { formatReporterSubject } from '@flamestep/backstage-plugin-flamestep-common';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createDatabases } from './databases.ts';
import { component } from './sample-catalog.ts';
import { sampleReport } from './sample-report.ts';
import { serviceHeader, startPortal } from './start-portal.ts';

const databases = createDatabases();
const checkout = component({ name: 'checkout', repository: 'Shop/Checkout' });
const PATH = '/api/flamestep/v1/reports';

async function start(
  options: Partial<Parameters<typeof startPortal>[0]> = {},
  id: (typeof databases)['supportedIds'][number] = 'SQLITE_3',
) {
  const knex = options.knex ?? (await databases.init(id));
  const portal = await startPortal({ entities: [checkout], ...options, knex });
  const post = (body: object, { token = serviceHeader(), query = '' } = {}) =>
    request(portal.server).post(`${PATH}${query}`).set('Authorization', token).send(body);
  return { ...portal, knex, post };
}

describe.each(databases.eachSupportedId())('a report on %s', (id) => {
  test('is kept once and can be read', async () => {
    const { post, server, audited, knex } = await start({}, id);
    const first = await post(sampleReport());
    expect(first.body).toMatchObject({ entityRef: 'component:default/checkout', isMain: true, isNew: true });
    expect(first.status).toBe(201);
    const again = await post(sampleReport());
    expect([again.status, again.body]).toEqual([200, { ...first.body, isNew: false }]);
    expect(audited).toEqual([
      { id: 'report-create', outcome: 'success' },
      { id: 'report-create', outcome: 'success' },
    ]);
    const read = await request(server).get(`${PATH}/${first.body.id}`);
    expect(read.body.report).toEqual(sampleReport());
    expect(read.body.summary).toMatchObject({
      repository: 'shop/checkout',
      commitUrl: 'https://github.com/shop/checkout/commit/a1b2c3d4e5f60718',
      verdict: { word: 'unchanged', slower: 0 },
    });
    expect(await knex('points').count({ n: '*' }).first()).toEqual({ n: id === 'SQLITE_3' ? 1 : '1' });
  });

  test('is answered with its page, where the address of the app is known', async () => {
    const { post } = await start({ appUrl: 'https://portal.example/base/' }, id);
    const { body } = await post(sampleReport());
    expect(body.url).toBe(`https://portal.example/base/flamestep/reports/${body.id}`);
  });

  test('sent many times at once is kept once', async () => {
    const { post, knex } = await start({}, id);
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(sampleReport())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(Number((await knex('reports').count({ n: '*' }).first())?.n)).toBe(1);
  });

  test('names of any text are kept', async () => {
    const { post } = await start({}, id);
    const strange = { title: 'null \u0000, half \ud800 and long '.repeat(9), label: 'x'.repeat(300) };
    expect((await post(sampleReport(strange), { query: '?branch=main' })).status).toBe(201);
    expect((await post(sampleReport({ ...strange, run: 'other' }))).body.isMain).toBe(false);
  });

  test('409: another one in its place', async () => {
    const { post } = await start({}, id);
    await post(sampleReport());
    const other = await post(sampleReport({ decode: 9e6 }));
    expect(other.status).toBe(409);
    expect(other.body.error.message).toContain('a new run has a new id or attempt');
  });
});

test('400: what is no report', async () => {
  const { post, server, audited } = await start();
  const answer = await post({ ...sampleReport(), extra: 1 });
  expect([answer.status, answer.body.error.message]).toEqual([400, expect.stringContaining('/extra')]);
  expect((await post({ schemaVersion: 1 })).status).toBe(400);
  expect((await post(sampleReport(), { query: '?colour=red' })).status).toBe(400);
  const text = await request(server).post(PATH).set('Authorization', serviceHeader()).type('json').send('{"schemaVersion"');
  expect(text.status).toBe(400);
  expect(audited).toEqual([{ id: 'report-create', outcome: 'fail' }]);
});

test('401: nobody', async () => {
  const { post } = await start();
  expect((await post(sampleReport(), { token: mockCredentials.none.header() })).status).toBe(401);
  expect((await post(sampleReport(), { token: mockCredentials.service.invalidHeader() })).status).toBe(401);
});

describe('403', () => {
  test('a user', async () => {
    const { post } = await start();
    expect((await post(sampleReport(), { token: mockCredentials.user.header() })).status).toBe(403);
  });

  test('a service without the permission', async () => {
    const { post } = await start({
      permissions: { authorize: async (requests) => requests.map(() => ({ result: AuthorizeResult.DENY })) },
    });
    const { status, body } = await post(sampleReport());
    expect([status, body.error.message]).toEqual([403, 'this takes the permission flamestep.report.create']);
  });

  test('a repository that owns no entity, or not this one', async () => {
    const { post } = await start({ entities: [checkout, component({ name: 'wallet', repository: 'shop/wallet' })] });
    expect((await post(sampleReport({ repository: 'evil/fork' }))).status).toBe(403);
    expect((await post(sampleReport(), { query: '?entity=component:default/wallet' })).status).toBe(403);
    expect((await post(sampleReport(), { query: '?entity=checkout' })).status).toBe(201);
  });

  test('a workflow that speaks for another repository', async () => {
    const { post } = await start();
    const token = serviceHeader(formatReporterSubject({ repository: 'evil/fork', event: 'push', ref: 'refs/heads/main' }));
    const { status, body } = await post(sampleReport(), { token });
    expect([status, body.error.message]).toEqual([403, 'the token is of evil/fork, and the report of another repository']);
  });

  test('a static token for other repositories', async () => {
    const { post } = await start({ config: { ingest: { tokens: [{ subject: 'external:ci', repositories: ['bank/*'] }] } } });
    expect((await post(sampleReport())).status).toBe(403);
    expect((await post(sampleReport(), { token: serviceHeader('external:other') })).status).toBe(201);
  });
});

test('413: more than is taken, also where it is small until it is unzipped', async () => {
  const { post, server } = await start({ config: { ingest: { maxBytes: 1000 } } });
  expect((await post(sampleReport())).status).toBe(413);
  const zipped = gzipSync(Buffer.from(JSON.stringify(sampleReport({ title: 'x'.repeat(300) }))));
  expect(zipped.length).toBeLessThan(1000);
  expect((await postZipped(server, zipped)).status).toBe(413);
});

test('a report with its call trees, zipped, is kept with them', async () => {
  const { server } = await start();
  const tree = {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    names: ['main', 'json.decode'],
    nodes: { parent: [-1, 0], name: [0, 1], head: [5e6, 3.2e6], base: [5e6, 1.3e6] },
  };
  const report = { ...sampleReport({ decode: 3.2e6 }), trees: [tree] };
  const { status, body } = await postZipped(server, gzipSync(JSON.stringify(report)));
  expect(status).toBe(201);
  expect((await request(server).get(`${PATH}/${body.id}`)).body.report.trees).toEqual([tree]);
  expect((await postZipped(server, Buffer.from('no gzip'))).status).toBe(400);
});

async function postZipped(server: Parameters<typeof request>[0], zipped: Buffer) {
  return request(server)
    .post(PATH)
    .set({ Authorization: serviceHeader(), 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' })
    .serialize((body) => body)
    .send(zipped as unknown as object);
}

test('429: too many of one repository, with the time to wait', async () => {
  const { post } = await start({
    config: { ingest: { ratePerMinute: 2 } },
    entities: [checkout, component({ name: 'wallet', repository: 'shop/wallet' })],
  });
  await post(sampleReport({ run: '1' }));
  await post(sampleReport({ run: '2' }));
  const third = await post(sampleReport({ run: '3' }));
  expect([third.status, Number(third.headers['retry-after']) > 0]).toEqual([429, true]);
  expect((await post(sampleReport({ repository: 'shop/wallet', name: 'wallet' }))).status).toBe(201);
});

describe('the trend is of main alone', () => {
  const workflow = (event: string, ref: string) =>
    serviceHeader(formatReporterSubject({ repository: 'shop/checkout', event, ref }));
  const main = workflow('push', 'refs/heads/main');

  test.each([
    ['a push to main', {}, { token: main }, true],
    ['a push to main of a merged pull request', { pullRequest: 7 }, { token: main }, true],
    ['a label that says otherwise', { label: 'feature' }, { token: main }, true],
    ['a push to a branch', {}, { token: workflow('push', 'refs/heads/feature') }, false],
    ['a tag', {}, { token: workflow('push', 'refs/tags/main') }, false],
    ['a pull request', {}, { token: workflow('pull_request', 'refs/pull/7/merge'), query: '?branch=main&event=push' }, false],
    ['a pull request, as only the report says', { pullRequest: 7 }, {}, false],
    ['a fork', { fork: 'evil/checkout' }, {}, false],
    ['a static token on main', {}, {}, true],
    ['a static token on a branch', { label: 'feature' }, {}, false],
    ['a static token that names the branch', { label: 'head/*.pb.gz' }, { query: '?branch=main' }, true],
    ['a merge group', {}, { query: '?event=merge_group' }, false],
  ])('%s: %#', async (_, report, sending, isMain) => {
    const { post, knex } = await start();
    const answer = await post(sampleReport(report), sending);
    expect([answer.status, answer.body.isMain]).toEqual([201, isMain]);
    expect((await knex('points')).length).toBe(isMain ? 1 : 0);
  });
});

test('a repository with several entities: by service, or as asked', async () => {
  const entities = ['checkout', 'wallet'].map((name) => component({ name, repository: 'shop/mono' }));
  const { post } = await start({ entities });
  const repository = 'shop/mono';
  expect((await post(sampleReport({ repository, name: 'wallet' }))).body.entityRef).toBe('component:default/wallet');
  expect((await post(sampleReport({ repository, name: 'Decode', key: 'wallet/decode' }))).body.entityRef).toBe(
    'component:default/wallet',
  );
  expect((await post(sampleReport({ repository, name: 'other', key: 'other' }))).status).toBe(400);
});

test('a repository of the configuration', async () => {
  const config = { ingest: { repositories: [{ repository: 'Shop/Mono', entity: 'component:default/checkout' }] } };
  const { post } = await start({ config });
  expect((await post(sampleReport({ repository: 'shop/mono' }))).status).toBe(201);
});
