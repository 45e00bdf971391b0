import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { ReportAccepted, ServiceHistory, ServiceTrends } from '@flamestep/backstage-plugin-flamestep-common';
import { afterEach, describe, expect, test } from 'vitest';
import { component } from '../sample-catalog.ts';
import { dailyReports, sampleReport } from '../sample-report.ts';
import { type Replica, SENDER_TOKEN, startReplica, TOKEN } from './start-replica.ts';

const POSTGRES = process.env['BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING'];
const WHY = 'PostgreSQL 15 is not installed';
const running: Replica[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((replica) => replica.kill()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function start(options: Parameters<typeof startReplica>[0]): Promise<Replica> {
  const replica = await startReplica(options);
  running.push(replica);
  return replica;
}

async function call<T>(
  { url }: Replica,
  path: string,
  body?: object,
  token = TOKEN,
): Promise<{ readonly status: number; readonly body: T }> {
  const response = await fetch(`${url}/api/flamestep/v1${path}`, {
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as T };
}

async function until<T>(what: () => Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await what();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const ofPostgres = (prefix: string): JsonObject => ({
  client: 'pg',
  connection: POSTGRES ?? '',
  prefix: `${prefix}_${process.pid}_`,
});

describe.skipIf(POSTGRES === undefined)(`two replicas on one PostgreSQL (skipped where ${WHY})`, () => {
  test('do everything once', async () => {
    const often = { frequency: { seconds: 1 }, timeout: { seconds: 30 }, initialDelay: { seconds: 0 } };
    const names = Array.from({ length: 12 }, (_, index) => `service-${index}`);
    const options = {
      database: ofPostgres('two'),
      entities: names.map((name) => component({ name, repository: `shop/${name}` })),
      flamestep: {
        catalog: { schedule: often },
        assess: { schedule: often },
        trends: { schedule: often },
        notifications: { enabled: true },
      },
    };
    const replicas = [await start(options), await start(options)];
    const told = (kind: string) => replicas.flatMap((replica) => replica.told.filter((message) => message.kind === kind));

    await until(async () => (told('asked').length >= names.length ? true : undefined));
    const reports = dailyReports(40, 6, new Date().toISOString(), { repository: 'shop/service-0', name: 'service-0' });
    // Every report is sent to both, at the same time.
    const answers = await Promise.all(
      reports.flatMap((report) => replicas.map((replica) => call<ReportAccepted>(replica, '/reports', report))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(40);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(40);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(40);

    // A token for reports reads nothing, though no permission policy is there.
    expect((await call(replicas[0], '/reports', reports[0], SENDER_TOKEN)).status).toBe(200);
    expect((await call(replicas[0], '/services', undefined, SENDER_TOKEN)).status).toBe(403);
    expect((await call(replicas[0], '/services/component/default/service-0/assess', {}, SENDER_TOKEN)).status).toBe(403);

    await until(async () => (told('notified').length > 0 ? true : undefined));
    const path = '/services/component/default/service-0';
    const trends = await call<ServiceTrends>(replicas[1], `${path}/trends`);
    expect(trends.body.selected?.lines[0].points).toHaveLength(40);
    // Some more turns of every task, on both.
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(
      told('asked')
        .map(({ about }) => about)
        .sort(),
    ).toEqual([...names].sort());
    expect(told('notified')).toHaveLength(1);
    for (const name of names.slice(0, 3)) {
      const history = await call<ServiceHistory>(replicas[0], `/services/component/default/${name}/history`);
      expect(history.body.entries).toHaveLength(1);
    }
  });
});

describe('killed while reports come in', () => {
  const databases: [string, () => JsonObject][] = [
    [
      'SQLite',
      () => {
        const directory = mkdtempSync(join(tmpdir(), 'flamestep-killed-'));
        folders.push(directory);
        return { client: 'better-sqlite3', connection: { directory } };
      },
    ],
    ['PostgreSQL', () => ofPostgres('killed')],
  ];

  test.each(databases)('%s has every report that was acknowledged', async (name, make) => {
    if (name === 'PostgreSQL' && POSTGRES === undefined) return console.warn(`skipped: ${WHY}`);
    const options = { database: make(), entities: [component({ name: 'checkout', repository: 'shop/checkout' })] };
    const first = await start({
      ...options,
      flamestep: { catalog: { schedule: { frequency: { hours: 1 }, timeout: { minutes: 1 }, initialDelay: { seconds: 0 } } } },
    });
    await until(async () => ((await call(first, '/reports', sampleReport({ run: 'first' }))).status === 201 ? true : undefined));
    const acknowledged: string[] = [];
    let isKilled = false;
    const send = async (worker: number) => {
      for (let index = 0; !isKilled; index++) {
        const report = sampleReport({ run: `${worker}-${index}` });
        const answer = await call<ReportAccepted>(first, '/reports', report).catch(() => undefined);
        if (answer?.status === 201) acknowledged.push(answer.body.id);
        if (acknowledged.length >= 40) isKilled = true;
      }
    };
    const workers = [0, 1, 2, 3].map(send);
    await until(async () => (acknowledged.length >= 40 ? true : undefined));
    await first.kill();
    await Promise.all(workers);

    const second = await start(options);
    for (const id of acknowledged) expect((await call(second, `/reports/${id}`)).status).toBe(200);
    const repeated = await call<ReportAccepted>(second, '/reports', sampleReport({ run: '0-0' }));
    expect([repeated.status, repeated.body.isNew]).toEqual([200, false]);
  });
});
