import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import { expect, test } from 'vitest';
import { createDatabases } from './databases.ts';
import { component } from './sample-catalog.ts';
import { fakeSource } from './sample-evidence.ts';
import { dailyReports } from './sample-report.ts';
import { serviceHeader, startPortal, type PortalOptions } from './start-portal.ts';

const databases = createDatabases();

async function start(options: Partial<PortalOptions> = {}) {
  const source = fakeSource();
  source.state = 'bad';
  const portal = await startPortal({
    knex: await databases.init('SQLITE_3'),
    entities: [component({ name: 'checkout', repository: 'shop/checkout', tier: 1 })],
    collectors: [source],
    ...options,
  });
  for (const report of dailyReports(40, 5, new Date().toISOString())) {
    await request(portal.server).post('/api/flamestep/v1/reports').set('Authorization', serviceHeader()).send(report);
  }
  await portal.run('trends');
  await portal.run('assess');
  return {
    ...portal,
    invoke: async (name: string, input = {}) =>
      (await portal.actions.invoke({ id: `test:${name}`, input, credentials: mockCredentials.user() })).output,
  };
}

test('five actions that only read', async () => {
  const { actions } = await start();
  const listed = (await actions.list()).actions;
  expect(listed.map(({ name }) => name).sort()).toEqual([
    'get-fleet-summary',
    'get-service-next-actions',
    'get-service-reports',
    'get-service-step',
    'get-service-trend',
  ]);
  for (const { attributes } of listed) expect(attributes).toEqual({ readOnly: true, idempotent: true, destructive: false });
});

test('an assistant asks about a service', async () => {
  const { invoke } = await start();
  expect(await invoke('get-service-step', { entityRef: 'checkout' })).toMatchObject({
    entityRef: 'component:default/checkout',
    rated: true,
    step: 0,
    stepName: 'Getting Started',
  });
  const { actions } = (await invoke('get-service-next-actions', { entityRef: 'component:default/checkout' })) as {
    actions: object[];
  };
  expect(actions[0]).toMatchObject({ title: expect.any(String), effort: expect.stringMatching(/^[SML]$/) });
  expect(await invoke('get-service-trend', { entityRef: 'checkout', key: 'checkout' })).toMatchObject({
    profiles: [{ key: 'checkout', sampleType: 'cpu', state: 'slower' }],
    lines: [{ results: 40 }, { function: 'json.decode', changes: [{ times: expect.any(Number) }] }],
  });
  expect(await invoke('get-service-reports', { entityRef: 'checkout', limit: 2 })).toMatchObject({
    total: 40,
    reports: [{ verdict: 'slower', finding: 'json.decode' }, {}],
  });
  expect(await invoke('get-fleet-summary')).toMatchObject({
    services: 1,
    rated: 1,
    tiers: [{ tier: 1, atTarget: 0 }],
    slower: [{ entityRef: 'component:default/checkout', function: 'json.decode' }],
  });
});

test('an action sees what its caller may see', async () => {
  const { invoke } = await start({
    permissions: {
      authorize: async (requests, { credentials }) => {
        const isUser =
          'credentials' in { credentials } && (credentials as { principal?: { type: string } }).principal?.type === 'user';
        return requests.map(() => ({ result: isUser ? AuthorizeResult.DENY : AuthorizeResult.ALLOW }));
      },
    },
  });
  await expect(invoke('get-service-step', { entityRef: 'checkout' })).rejects.toThrow(/flamestep.service.read/);
});
