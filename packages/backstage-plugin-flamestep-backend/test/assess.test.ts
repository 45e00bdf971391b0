import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ServiceDetail, ServiceHistory } from '@flamestep/backstage-plugin-flamestep-common';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createDatabases } from './databases.ts';
import { component } from './sample-catalog.ts';
import { fakeSource } from './sample-evidence.ts';
import { dailyReports } from './sample-report.ts';
import { serviceHeader, startPortal, type PortalOptions } from './start-portal.ts';

const databases = createDatabases();
const SERVICE = '/api/flamestep/v1/services/component/default/checkout';
const user = mockCredentials.user.header();

async function start(options: Partial<PortalOptions> = {}, id: (typeof databases)['supportedIds'][number] = 'SQLITE_3') {
  const source = fakeSource();
  const portal = await startPortal({
    knex: await databases.init(id),
    entities: [component({ name: 'checkout', repository: 'shop/checkout', tier: 1 })],
    collectors: [source],
    ...options,
  });
  return {
    ...portal,
    source,
    detail: async () => (await request(portal.server).get(SERVICE).set('Authorization', user)).body as ServiceDetail,
    history: async () =>
      (await request(portal.server).get(`${SERVICE}/history`).set('Authorization', user)).body as ServiceHistory,
    assess: async () => request(portal.server).post(`${SERVICE}/assess`).set('Authorization', user),
  };
}

describe.each(databases.eachSupportedId())('on %s', (id) => {
  test('before the first assessment nothing is known, and it says so', async () => {
    const { detail, history } = await start({}, id);
    const { service, assessment, nextAssessmentAt } = await detail();
    expect(service).toMatchObject({ rated: false, annotated: true, tier: 1, before: [] });
    expect([service.step, service.score, assessment]).toEqual([undefined, undefined, undefined]);
    expect(nextAssessmentAt).toBeDefined();
    expect(await history()).toEqual({ entries: [] });
  });

  test('the schedule assesses what is due, once', async () => {
    const { run, source, detail, history } = await start({}, id);
    await run('assess');
    await run('assess');
    expect(source.asked).toEqual(['checkout']);
    const { service, assessment, sources } = await detail();
    expect(service.rated).toBe(true);
    expect(service.stepName).toEqual(assessment!.steps[service.step!].name);
    expect(assessment!.findings[0].text.en.title).toBeTruthy();
    expect(assessment!.findings.flatMap(({ measures }) => measures)[0].words.ja).toBeTruthy();
    expect(Object.values(assessment!.evidence)[0].title.en).toBeTruthy();
    expect(sources.find(({ type }) => type === 'prometheus')).toMatchObject({ state: 'answering', instance: 'main' });
    expect((await history()).entries).toEqual([expect.objectContaining({ rated: true, step: service.step })]);
  });

  test('a change of step is kept with its cause', async () => {
    const { assess, source, history, detail, knex } = await startWithKnex(id);
    source.state = 'bad';
    await assess();
    const before = (await detail()).service;
    source.state = 'good';
    await assess();
    const { entries } = await history();
    expect(entries).toHaveLength(2);
    expect(entries[0].change?.checks.length).toBeGreaterThan(0);
    expect(entries[0].change?.checks[0]).toMatchObject({ cause: 'evidence', title: { en: expect.any(String) } });
    expect(before.step).toBe(0);
    // The same again is no news.
    await assess();
    expect((await history()).entries).toHaveLength(2);
    expect(Number((await knex('models').count({ n: '*' }).first())?.n)).toBe(1);
  });

  test.each(['failing', 'throwing'] as const)('a source that is %s keeps what it said last, and it is marked', async (state) => {
    const { assess, source, detail } = await start({}, id);
    await assess();
    const before = await detail();
    source.state = state;
    await assess();
    const after = await detail();
    expect(after.service.step).toBe(before.service.step);
    expect(after.service.score).toEqual(before.service.score);
    expect(after.service).toMatchObject({ failing: true, staleSince: expect.any(String) });
    expect(after.service.stale).toBeGreaterThan(0);
    expect(Object.values(after.assessment!.evidence).some(({ failingSince }) => failingSince !== undefined)).toBe(true);
    const failing = after.sources.find(({ type }) => type === 'prometheus')!;
    expect(failing).toMatchObject({ state: 'failing', since: expect.any(String), answeredAt: expect.any(String) });
    expect(failing.message).toContain(state === 'failing' ? 'status 503' : 'no route to the host');
    await assess();
    expect((await detail()).sources.find(({ type }) => type === 'prometheus')!.since).toBe(failing.since);
    source.state = 'good';
    await assess();
    expect((await detail()).service).toMatchObject({ failing: false, stale: 0 });
  });

  async function startWithKnex(database: typeof id) {
    const knex = await databases.init(database);
    return { ...(await start({ knex })), knex };
  }
});

const MANIFEST = `apiVersion: flamestep.io/v1
kind: Service
metadata: { name: checkout }
spec: { kind: web, tier: 2 }`;

describe('the service file', () => {
  const manifest = (name: string) => `apiVersion: flamestep.io/v1
kind: Service
metadata: { name: ${name} }
spec: { kind: web, tier: 2, sources: [{ type: loki, instance: eu }] }`;
  const entity = component({ name: 'checkout', tier: 1 });
  const annotated = {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        'flamestep.io/manifest': './o11y.yaml',
        'backstage.io/source-location': 'url:https://github.com/shop/checkout/tree/main/',
      },
    },
  };
  const url = 'https://github.com/shop/checkout/tree/main/o11y.yaml';

  test('decides kind and tier, also after the catalog is read again', async () => {
    const { assess, detail, run } = await start({ entities: [annotated], files: { [url]: manifest('checkout') } });
    await assess();
    await run('catalog');
    const { service, sources } = await detail();
    expect([service.kind, service.tier]).toEqual(['web', 2]);
    expect(sources.find(({ type }) => type === 'loki')).toMatchObject({ instance: 'eu', state: 'unbound' });
  });

  test.each([
    ['of another service', { [url]: manifest('other') }, "o11y.yaml is of 'other'"],
    ['that is wrong', { [url]: 'kind: Service' }, 'service file'],
    ['that is not there', {}, 'there is no https://'],
  ])('%s is a problem that is told, and no other rating', async (_, files, problem) => {
    const { assess, detail } = await start({ entities: [annotated], files });
    expect((await assess()).status).toBe(200);
    const found = await detail();
    expect(found.problem).toContain(problem);
    expect(found.service.rated).toBe(false);
  });
});

test('a service file from the folder of the configuration', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'flamestep-manifests-'));
  writeFileSync(join(folder, 'checkout.yaml'), MANIFEST);
  const { assess, detail } = await start({ config: { manifestFolder: folder } });
  await assess();
  expect((await detail()).service).toMatchObject({ kind: 'web', tier: 2 });
  rmSync(folder, { recursive: true });
  await assess();
  expect((await detail()).service).toMatchObject({ kind: 'backend', tier: 1 });
});

test('a source that never answers holds up nobody for longer than it may', async () => {
  const hanging = { type: 'hanging', collect: () => new Promise<never>(() => undefined) };
  const { assess, detail } = await start({ collectors: [hanging, fakeSource()], config: { assess: { timeoutSeconds: 0.3 } } });
  await assess();
  const { sources, service } = await detail();
  expect(sources.find(({ type }) => type === 'hanging')).toMatchObject({ state: 'failing', message: 'no answer in 0.3 s' });
  expect(service.rated).toBe(true);
});

test('a known source that cannot be reached is told, and leaves unknown what it would have told', async () => {
  const config = { sources: [{ type: 'prometheus', instance: 'eu', url: 'http://127.0.0.1:9' }] };
  const { assess, detail } = await start({ collectors: [], config });
  await assess();
  const { sources, assessment, service } = await detail();
  expect(sources.find(({ type }) => type === 'prometheus')).toMatchObject({ instance: 'eu', state: 'failing' });
  expect(service.failing).toBe(true);
  expect(assessment!.findings.find(({ check }) => check === 'emits-metrics' || check.includes('metrics'))?.outcome).toBe(
    'unknown',
  );
});

test('SLO files of the repository are evidence, and one that is lost is a source that fails', async () => {
  const entity = component({ name: 'checkout' });
  const annotations = { ...entity.metadata.annotations, 'flamestep.io/slo': 'https://github.com/shop/checkout/tree/main/slo/' };
  const slo = `apiVersion: openslo/v1
kind: SLO
metadata: { name: checkout-availability }
spec:
  service: checkout
  budgetingMethod: Occurrences
  timeWindow: [{ duration: 28d, isRolling: true }]
  indicatorRef: availability
  objectives: [{ target: 0.999 }]`;
  const files: Record<string, string> = { 'https://github.com/shop/checkout/tree/main/slo/checkout.yaml': slo };
  const entities = [{ ...entity, metadata: { ...entity.metadata, annotations } }];
  const { assess, detail } = await start({ entities, files, collectors: [] });
  await assess();
  const openslo = async () => (await detail()).sources.find(({ type }) => type === 'openslo');
  expect(await openslo()).toMatchObject({ state: 'answering', kinds: ['slo-definition'] });
  delete files['https://github.com/shop/checkout/tree/main/slo/checkout.yaml'];
  await assess();
  expect(await openslo()).toMatchObject({
    state: 'failing',
    message: expect.stringContaining('there is no'),
    kinds: ['slo-definition'],
  });
});

test('own reports are evidence', async () => {
  const { server, assess, detail } = await start({ collectors: [] });
  for (const report of dailyReports(20, 0, new Date().toISOString())) {
    await request(server).post('/api/flamestep/v1/reports').set('Authorization', serviceHeader()).send(report);
  }
  await assess();
  const kinds = (await detail()).sources.find(({ type }) => type === 'flamestep')!.kinds;
  expect(kinds).toContain('deviations');
});

test('owners are told of a step once, and of a slowdown once', async () => {
  const { assess, source, sent, server, run, setEntities } = await start({ config: { notifications: { enabled: true } } });
  source.state = 'bad';
  await assess();
  expect(sent).toEqual([]);
  for (const report of dailyReports(40, 5, new Date().toISOString())) {
    await request(server).post('/api/flamestep/v1/reports').set('Authorization', serviceHeader()).send(report);
  }
  await run('trends');
  await run('trends');
  expect(sent).toEqual([
    {
      recipients: { type: 'entity', entityRef: ['group:default/payments'] },
      payload: expect.objectContaining({
        title: 'checkout got slower on main',
        topic: 'flamestep.slower',
        link: '/catalog/default/component/checkout',
      }),
    },
  ]);
  setEntities([component({ name: 'checkout', type: 'library' })]);
  await assess();
  expect(sent.length).toBeLessThanOrEqual(2);
});

test('nobody is told anything unless it is asked for', async () => {
  const { server, run, sent } = await start();
  for (const report of dailyReports(40, 5, new Date().toISOString())) {
    await request(server).post('/api/flamestep/v1/reports').set('Authorization', serviceHeader()).send(report);
  }
  await run('trends');
  expect(sent).toEqual([]);
});

test('an assessment on demand takes a permission', async () => {
  const { assess, audited, source } = await start({
    permissions: {
      authorize: async (requests) =>
        requests.map(({ permission }) => ({
          result: permission.name === 'flamestep.service.assess' ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
        })),
    },
  });
  expect((await assess()).status).toBe(403);
  expect(audited).toEqual([{ id: 'service-assess', outcome: 'fail' }]);
  expect(source.asked).toEqual([]);
});

test('an entity that names no service any more is not rated any more', async () => {
  const { assess, detail, run, setEntities, server } = await start();
  await assess();
  expect((await detail()).service.rated).toBe(true);
  setEntities([component({ name: 'checkout', service: null })]);
  await run('catalog');
  const { service, assessment } = await detail();
  expect([service.annotated, service.rated, service.step, assessment]).toEqual([false, false, undefined, undefined]);
  const { status, body } = await assess();
  expect([status, body.error.message]).toEqual([400, expect.stringContaining('flamestep.io/service')]);
  const fleet = await request(server).get('/api/flamestep/v1/fleet').set('Authorization', user);
  expect(fleet.body.rollUp).toMatchObject({ services: 1, rated: 0 });
});
