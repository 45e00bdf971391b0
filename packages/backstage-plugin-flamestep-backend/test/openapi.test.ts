import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';
import { expect, test } from 'vitest';
import { loadSpec } from '../src/http/load-spec.ts';
import { createDatabases } from './databases.ts';
import { component } from './sample-catalog.ts';
import { fakeSource } from './sample-evidence.ts';
import { dailyReports, sampleReport } from './sample-report.ts';
import { serviceHeader, startPortal } from './start-portal.ts';

const databases = createDatabases();

// startPortal has every answer held against openapi.yaml, in all tests: one that differs is an error.
test('every answer is as openapi.yaml says', async () => {
  const source = fakeSource();
  const portal = await startPortal({
    knex: await databases.init('SQLITE_3'),
    entities: [
      component({ name: 'checkout', repository: 'shop/checkout', tier: 1 }),
      component({ name: 'ledger', service: null }),
    ],
    collectors: [source],
  });
  const server = portal.server;
  const get = (path: string) => request(server).get(`/api/flamestep${path}`).set('Authorization', mockCredentials.user.header());
  const post = (path: string, body: object = {}, token = serviceHeader()) =>
    request(server).post(`/api/flamestep${path}`).set('Authorization', token).send(body);

  const before = await get('/v1/services/component/default/checkout');
  expect(before.status).toBe(200);
  const [first] = await Promise.all(dailyReports(40, 6, new Date().toISOString()).map((report) => post('/v1/reports', report)));
  expect(first.status).toBe(201);
  expect((await post('/v1/reports', sampleReport({ pullRequest: 3, title: 'Faster' }))).status).toBe(201);
  expect((await post('/v1/reports', sampleReport({ pullRequest: 3, title: 'Slower' }))).status).toBe(409);
  expect((await post('/v1/reports', sampleReport({ repository: 'evil/fork' }))).status).toBe(403);
  await portal.run('trends');
  expect((await post('/v1/services/component/default/checkout/assess', undefined, mockCredentials.user.header())).status).toBe(
    200,
  );
  source.state = 'failing';
  await post('/v1/services/component/default/checkout/assess', undefined, mockCredentials.user.header());
  for (const path of [
    '/v1/services',
    '/v1/services?slower=true&tier=1&owner=group:default/payments',
    '/v1/fleet',
    '/v1/services/component/default/checkout',
    '/v1/services/component/default/ledger',
    '/v1/services/component/default/checkout/history',
    '/v1/services/component/default/checkout/trends',
    '/v1/services/component/default/checkout/trends?key=checkout&sampleType=cpu&days=30',
    '/v1/services/component/default/checkout/reports?limit=3',
    `/v1/reports/${first.body.id}`,
  ]) {
    const { status, body } = await get(path);
    expect([path, status, body.error]).toEqual([path, 200, undefined]);
  }
  expect((await get('/v1/services/component/default/nobody')).status).toBe(404);
  expect((await get('/v1/services?limit=0')).status).toBe(400);
});

test('an answer that differs would be noticed', async () => {
  const portal = await startPortal({ knex: await databases.init('SQLITE_3'), entities: [component({ name: 'checkout' })] });
  const knex = portal.knex;
  await knex('services').update({ trend: JSON.stringify({ state: 'splendid' }) });
  const { body } = await request(portal.server)
    .get('/api/flamestep/v1/services')
    .set('Authorization', mockCredentials.user.header());
  expect(body.error.message).toContain('state must be equal to one of the allowed values');
});

test('every path of the description has a route', async () => {
  const spec = (await loadSpec()) as { paths: Record<string, object> };
  expect(Object.keys(spec.paths)).toHaveLength(9);
});
