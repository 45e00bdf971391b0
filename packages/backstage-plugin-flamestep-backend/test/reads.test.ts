import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { type Fleet, type ServiceList, servicesQuery, type ServicesQuery } from '@flamestep/backstage-plugin-flamestep-common';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createDatabases } from './databases.ts';
import { component, group } from './sample-catalog.ts';
import { fakeSource } from './sample-evidence.ts';
import { dailyReports } from './sample-report.ts';
import { serviceHeader, startPortal, type PortalOptions } from './start-portal.ts';

const databases = createDatabases();
const API = '/api/flamestep/v1';
const user = mockCredentials.user.header();

const ENTITIES = [
  group('shop'),
  group('payments', 'shop'),
  group('wallets', 'payments'),
  component({ name: 'checkout', repository: 'shop/checkout', tier: 1, title: 'Checkout 100%' }),
  component({ name: 'wallet', owner: 'group:default/wallets', tier: 1 }),
  component({ name: 'search', owner: 'group:default/find', tier: 2, type: 'website' }),
  component({ name: 'ledger', owner: 'user:default/ada', tier: 3, service: null }),
  component({ name: 'sdk', owner: 'group:default/find', tier: 2, type: 'library' }),
];

async function start(options: Partial<PortalOptions> = {}, id: (typeof databases)['supportedIds'][number] = 'SQLITE_3') {
  const source = fakeSource();
  const portal = await startPortal({ knex: await databases.init(id), entities: ENTITIES, collectors: [source], ...options });
  await portal.run('assess');
  const get = async (path: string) => request(portal.server).get(`${API}${path}`).set('Authorization', user);
  return {
    ...portal,
    get,
    list: async (query: ServicesQuery = {}) => {
      const { body, status } = await get(`/services${servicesQuery(query)}`);
      expect(status, JSON.stringify(body)).toBe(200);
      const { items, total } = body as ServiceList;
      return { names: items.map(({ entityRef }) => entityRef.split('/')[1]), total, items };
    },
    fleet: async (query: ServicesQuery = {}) => {
      const { body, status } = await get(`/fleet${servicesQuery(query)}`);
      expect(status, JSON.stringify(body)).toBe(200);
      return body as Fleet;
    },
    slowDown: async () => {
      for (const report of dailyReports(40, 5, new Date().toISOString())) {
        await request(portal.server).post(`${API}/reports`).set('Authorization', serviceHeader()).send(report);
      }
      await portal.run('trends');
    },
  };
}

describe.each(databases.eachSupportedId())('on %s', (id) => {
  test('services are filtered, sorted and paged', async () => {
    const { list, slowDown } = await start({ owns: ['user:default/ada', 'group:default/wallets'] }, id);
    await slowDown();
    const all = await list();
    expect(all.total).toBe(5);
    expect(all.names[0]).toBe('checkout');
    expect((await list({ owners: ['group:default/shop'] })).names.sort()).toEqual(['checkout', 'wallet']);
    expect((await list({ owners: ['wallets'] })).names).toEqual(['wallet']);
    expect((await list({ owners: [] })).total).toBe(0);
    expect((await list({ mine: true })).names.sort()).toEqual(['ledger', 'wallet']);
    expect((await list({ kinds: ['web', 'library'] })).names.sort()).toEqual(['sdk', 'search']);
    expect((await list({ tiers: [1] })).names.sort()).toEqual(['checkout', 'wallet']);
    expect((await list({ tiers: [] })).total).toBe(0);
    expect((await list({ steps: ['none'] })).names).toEqual(['ledger']);
    expect((await list({ steps: [all.items.find(({ rated }) => rated)!.step!, 'none'] })).total).toBeGreaterThan(1);
    expect((await list({ slower: true })).names).toEqual(['checkout']);
    expect((await list({ text: '100%' })).names).toEqual(['checkout']);
    expect((await list({ text: '_' })).total).toBe(0);
    expect((await list({ sort: 'name' })).names).toEqual(['checkout', 'ledger', 'sdk', 'search', 'wallet']);
    expect(await list({ sort: 'name', descending: true, limit: 2, offset: 1 })).toMatchObject({
      names: ['search', 'sdk'],
      total: 5,
    });
    for (const sort of ['tier', 'step', 'assessed'] as const) expect((await list({ sort })).total).toBe(5);
  });

  test('what the entity does not say is told, and counted as not known', async () => {
    const { list } = await start({}, id);
    const [ledger] = (await list({ text: 'ledger' })).items;
    expect(ledger).toMatchObject({ annotated: false, rated: false, owners: ['user:default/ada'], trend: { state: 'no-data' } });
  });

  test('the fleet is summed up', async () => {
    const { fleet, slowDown } = await start({}, id);
    await slowDown();
    const { rollUp, slower, steps, models, unknownShare } = await fleet();
    expect([rollUp.services, rollUp.rated, rollUp.coverage]).toEqual([4, 3, 0.75]);
    expect(rollUp.tiers.map(({ tier, services, notRated }) => [tier, services, notRated])).toEqual([
      [1, 2, 0],
      [2, 1, 0],
      [3, 1, 1],
    ]);
    expect(slower).toMatchObject({ total: 1, unchanged: 0, tooNoisy: 0, unknown: 4 });
    expect(slower.services[0]).toMatchObject({
      entityRef: 'component:default/checkout',
      trend: { function: { name: 'json.decode' } },
    });
    expect(steps).toHaveLength(5);
    expect(models).toHaveLength(1);
    expect(unknownShare).toBeGreaterThanOrEqual(0);
    expect((await fleet({ owners: ['group:default/find'] })).rollUp.services).toBe(1);
  });

  test('what the catalog hides is not counted, named or served', async () => {
    const asked: BackstageCredentials[] = [];
    const hidden = 'component:default/checkout';
    const { list, fleet, get, slowDown, server, setEntities } = await start(
      {
        permissions: {
          authorize: async (requests) =>
            requests.map((one) => ({
              result: 'resourceRef' in one && one.resourceRef === hidden ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
            })),
          authorizeConditional: async (_, { credentials }) => {
            asked.push(credentials as BackstageCredentials);
            const conditions = { rule: 'IS_NOT_CHECKOUT', resourceType: 'catalog-entity', params: {} };
            return [{ result: AuthorizeResult.CONDITIONAL, pluginId: 'catalog', resourceType: 'catalog-entity', conditions }];
          },
        },
      },
      id,
    );
    await slowDown();
    const posted = await request(server)
      .post(`${API}/reports`)
      .set('Authorization', serviceHeader())
      .send(dailyReports(1, 0, '2026-01-01T00:00:00Z')[0]);
    // The catalog of this caller: what it answers is what may be seen.
    setEntities(ENTITIES.filter(({ metadata }) => metadata.name !== 'checkout'));
    const { names, total } = await list();
    expect([names.includes('checkout'), total]).toEqual([false, 4]);
    expect((await list({ slower: true })).total).toBe(0);
    expect((await fleet()).rollUp.services).toBe(3);
    expect((await fleet()).slower).toMatchObject({ total: 0, services: [] });
    for (const path of ['', '/history', '/trends', '/reports']) {
      expect((await get(`/services/component/default/checkout${path}`)).status).toBe(404);
    }
    expect((await get(`/reports/${posted.body.id}`)).status).toBe(404);
    expect((await get('/services/component/default/wallet')).status).toBe(200);
    expect(asked.length).toBeGreaterThan(0);
  });
});

test('nothing is read without the permission', async () => {
  const { get } = await start({
    permissions: { authorize: async (requests) => requests.map(() => ({ result: AuthorizeResult.DENY })) },
  });
  for (const path of ['/services', '/fleet', '/services/component/default/checkout', '/reports/none']) {
    const { status, body } = await get(path);
    expect([status, body.error.message]).toEqual([403, 'this takes the permission flamestep.service.read']);
  }
});

test('nobody reads without credentials', async () => {
  const { server } = await start();
  expect((await request(server).get(`${API}/services`).set('Authorization', mockCredentials.none.header())).status).toBe(401);
});

test.each([
  '/services?limit=0',
  '/services?limit=201',
  '/services?sort=colour',
  '/services?tier=5',
  '/services?unknown=1',
  '/fleet?limit=3',
  '/services/component/default/checkout/trends?days=0',
  '/services/component/default/checkout/history?limit=many',
])('400: %s', async (path) => {
  const { get } = await start();
  expect((await get(path)).status).toBe(400);
});

test('404: strange names', async () => {
  const { get } = await start();
  for (const name of ['nobody', '%00', '..%2f..', `${'x'.repeat(63)}`]) {
    expect((await get(`/services/component/default/${name}`)).status).toBe(404);
  }
});

test('an entity that the catalog has and the table does not have yet', async () => {
  const { get, setEntities, list } = await start();
  setEntities([...ENTITIES, component({ name: 'young' }), component({ name: 'other', service: null })]);
  expect((await get('/services/component/default/young')).body.service).toMatchObject({ rated: false, annotated: true });
  expect((await get('/services/component/default/other')).status).toBe(404);
  expect((await list()).total).toBe(6);
});

test('what left the catalog leaves the lists, and with time the tables', async () => {
  const knex = await databases.init('SQLITE_3');
  const { run, setEntities, list, slowDown } = await start({ knex, config: { retention: { removedDays: 0.00001 } } });
  await slowDown();
  setEntities(ENTITIES.filter(({ metadata }) => metadata.name !== 'checkout'));
  await run('catalog');
  expect((await list()).total).toBe(4);
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await run('retention');
  for (const table of ['reports', 'report_bodies', 'series', 'points', 'functions']) expect(await knex(table)).toEqual([]);
  expect(await knex('services').where({ entity_ref: 'component:default/checkout' })).toEqual([]);
});

test('reports of pull requests go before those of main', async () => {
  const knex = await databases.init('SQLITE_3');
  const { run, server } = await start({ knex, config: { retention: { pullRequestDays: 10, reportDays: 30, pointDays: 20 } } });
  const [old] = dailyReports(1, 0, new Date(Date.now() - 15 * 86_400_000).toISOString());
  const [older] = dailyReports(1, 0, new Date(Date.now() - 25 * 86_400_000).toISOString(), { key: 'older' });
  const pull = { ...old, subject: { ...old.subject, key: 'pull', head: { ...old.subject.head, pullRequest: 3 } } };
  for (const report of [old, older, pull]) {
    expect((await request(server).post(`${API}/reports`).set('Authorization', serviceHeader()).send(report)).status).toBe(201);
  }
  await run('retention');
  expect((await knex('reports').orderBy('report_key')).map(({ report_key }) => report_key)).toEqual(['checkout', 'older']);
  expect(await knex('points')).toHaveLength(1);
});
