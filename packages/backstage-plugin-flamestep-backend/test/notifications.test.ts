import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { AssessmentChange } from '@flamestep/maturity';
import { describe, expect, test } from 'vitest';
import { Notifier } from '../src/notify/Notifier.ts';
import { DatabaseServiceStore } from '../src/store/DatabaseServiceStore.ts';
import { openDatabase } from '../src/store/open-database.ts';
import { readEntity } from '../src/catalog/read-entity.ts';
import { createDatabases } from './databases.ts';
import { component } from './sample-catalog.ts';

const databases = createDatabases();
const REF = 'component:default/checkout';
type Payload = Parameters<NotificationService['send']>[0]['payload'];

describe.each(databases.eachSupportedId())('owners are told on %s', (id) => {
  async function start() {
    const knex = await openDatabase(mockServices.database({ knex: await databases.init(id) }));
    const services = new DatabaseServiceStore(knex);
    await services.put(readEntity(component({ name: 'checkout' }), { types: {}, tier: 3 }), '2026-11-01T00:00:00.000Z');
    const sent: Payload[] = [];
    const state = { now: new Date('2026-11-19T00:00:00Z'), fails: false };
    const notifications = {
      send: async ({ payload }: { payload: Payload }) => {
        if (state.fails) throw new Error('no notifications today');
        sent.push(payload);
      },
    };
    const logger = mockServices.rootLogger();
    const make = () => new Notifier({ knex, services, notifications, logger, clock: () => state.now });
    return { sent, state, make };
  }

  const slower = (time: string, commit: string) => ({
    state: 'slower' as const,
    key: 'checkout',
    sampleType: 'cpu',
    isWorse: true,
    function: { name: 'json.decode', file: '', times: 2.5 },
    since: { time, commit, times: 1.041, before: 1, after: 1.041, pullRequest: { number: 1482 } },
  });

  test('of a slowdown once, though its place moves, and of the next one again', async () => {
    const { sent, state, make } = await start();
    await Promise.all([make(), make()].map((one) => one.gotSlower(REF, slower('2026-11-16T00:00:00.000Z', 'aaaaaaa'))));
    await make().gotSlower(REF, slower('2026-11-17T00:00:00.000Z', 'bbbbbbb'));
    expect(sent).toEqual([
      {
        title: 'checkout got slower on main',
        description: 'json.decode in checkout (cpu): 2.50 times its usual level since pull request #1482',
        severity: 'high',
        topic: 'flamestep.slower',
        scope: `flamestep.slower ${REF}`,
        link: '/catalog/default/component/checkout',
      },
    ]);
    state.now = new Date('2026-11-25T00:00:00Z');
    await make().gotSlower(REF, slower('2026-11-22T00:00:00.000Z', 'ccccccc'));
    expect(sent).toHaveLength(2);
    await make().gotSlower(REF, slower('2026-01-01T00:00:00.000Z', 'ddddddd'));
    expect(sent).toHaveLength(2);
  });

  test('again, when it failed', async () => {
    const { sent, state, make } = await start();
    state.fails = true;
    await make().gotSlower(REF, slower('2026-11-16T00:00:00.000Z', 'aaaaaaa'));
    state.fails = false;
    await make().gotSlower(REF, slower('2026-11-16T00:00:00.000Z', 'aaaaaaa'));
    expect(sent).toHaveLength(1);
  });

  test('of a change of step with its cause', async () => {
    const { sent, state, make } = await start();
    const change: AssessmentChange = {
      comparable: true,
      checks: [],
      step: {
        from: 2,
        to: 1,
        cause: 'binding',
        checks: [{ check: 'emits-logs', from: 'pass', to: 'unknown', cause: 'binding' }],
      },
    };
    const assessment = { at: '2026-11-18T23:59:59.000Z', rated: true } as never;
    await make().stepChanged(REF, change, assessment);
    await make().stepChanged(REF, { ...change, step: undefined } as never, assessment);
    expect(sent).toEqual([
      expect.objectContaining({
        title: 'checkout is on step 1 now, down from 2',
        description: 'Cause: binding, emits-logs',
        topic: 'flamestep.step',
      }),
    ]);
    state.now = new Date('2026-11-20T00:00:00Z');
    await make().stepChanged(REF, change, { at: '2026-11-19T23:59:59.000Z', rated: true } as never);
    expect(sent).toHaveLength(2);
  });
});
