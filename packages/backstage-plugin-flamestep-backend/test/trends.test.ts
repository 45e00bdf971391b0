import { mockCredentials } from '@backstage/backend-test-utils';
import type { ServiceDetail, ServiceTrends } from '@flamestep/backstage-plugin-flamestep-common';
import request from 'supertest';
import { describe, expect, test } from 'vitest';
import { createDatabases } from './databases.ts';
import { component } from './sample-catalog.ts';
import { dailyReports, sampleReport, type SampleOptions } from './sample-report.ts';
import { serviceHeader, startPortal } from './start-portal.ts';

const databases = createDatabases();
const SERVICE = '/api/flamestep/v1/services/component/default/checkout';
const today = new Date().toISOString();

async function start(id: (typeof databases)['supportedIds'][number] = 'SQLITE_3', config = {}) {
  const portal = await startPortal({
    knex: await databases.init(id),
    entities: [component({ name: 'checkout', repository: 'shop/checkout' })],
    config,
  });
  return {
    ...portal,
    send: async (reports: readonly object[], query = '') => {
      for (const report of reports) {
        const { status } = await request(portal.server)
          .post(`/api/flamestep/v1/reports${query}`)
          .set('Authorization', serviceHeader())
          .send(report);
        expect(status).toBe(201);
      }
      await portal.run('trends');
    },
    trends: async (query = '') => {
      const { body, status } = await request(portal.server)
        .get(`${SERVICE}/trends${query}`)
        .set('Authorization', mockCredentials.user.header());
      expect(status).toBe(200);
      return body as ServiceTrends;
    },
    summary: async () => {
      const { body } = await request(portal.server).get(SERVICE).set('Authorization', mockCredentials.user.header());
      return (body as ServiceDetail).service.trend;
    },
  };
}

describe.each(databases.eachSupportedId())('on %s', (id) => {
  test('a slowdown is found with its function, its commit and its pull request', async () => {
    const { send, trends, summary } = await start(id);
    const reports = dailyReports(60, 7, today);
    const merge = reports[53];
    await send([
      ...reports.filter((report) => report !== merge),
      { ...merge, subject: { ...merge.subject, head: { ...merge.subject.head, title: 'Check price precision (#1482)' } } },
    ]);
    const found = await summary();
    expect(found).toMatchObject({
      state: 'slower',
      function: { name: 'json.decode', file: 'json.go' },
      isWorse: true,
      since: { commit: merge.subject.head.commit, pullRequest: { number: 1482, title: 'Check price precision' } },
    });
    expect(found.change!.value).toBeCloseTo(1.9 / 50, 2);
    expect(found.change!.low).toBeGreaterThan(0);

    const { profiles, selected } = await trends();
    expect(profiles.map(({ key, sampleType, measure }) => [key, sampleType, measure])).toEqual([
      ['checkout', 'cpu', 'per-operation'],
    ]);
    const [whole, decode] = selected!.lines;
    expect([whole.points.length, decode.points.length]).toEqual([60, 60]);
    expect(decode.function?.name).toBe('json.decode');
    expect(decode.times).toBeCloseTo(3.2 / 1.3, 1);
    expect(decode.limit! / decode.usual!.level).toBeCloseTo(1.5);
    expect(decode.usual!.low).toBeLessThan(1.3e6);
    expect(decode.changes.map(({ commit }) => commit)).toEqual([merge.subject.head.commit]);
    expect(decode.points.every(({ reportId, runs }) => reportId !== undefined && runs === 10)).toBe(true);
    const week = (await trends('?days=7')).selected!.lines[1];
    expect(week.points.length).toBeLessThanOrEqual(8);
    expect(week.usual).toEqual(decode.usual);
  });

  test('what is usual is called so, with what could have been seen', async () => {
    const { send, summary } = await start(id);
    await send(dailyReports(40, 0, today));
    const found = await summary();
    expect(found.state).toBe('usual');
    expect(found.detectable).toBeLessThan(0.05);
    expect(found.sparkline).toHaveLength(40);
  });
});

test('nothing, too little and old are not usual', async () => {
  const { send, summary, run } = await start();
  expect(await summary()).toEqual({ state: 'no-data' });
  await send(dailyReports(3, 0, today));
  expect(await summary()).toMatchObject({ state: 'too-few', results: 3, resultsNeeded: 8 });
  const other = await start();
  await other.send(dailyReports(30, 0, new Date(Date.now() - 20 * 86_400_000).toISOString()));
  expect((await other.summary()).state).toBe('silent');
  await run('trends');
});

test('few results that never change are usual; few that change are too few', async () => {
  const { send, summary } = await start();
  await send(dailyReports(9, 0, today).map((report) => sampleReport({ ...plain(report), whole: 50e6 })));
  expect((await summary()).state).toBe('usual');
  const noisy = await start();
  const noise = (index: number) => 1 + 0.25 * Math.sin(index * index * 1.7);
  await noisy.send(
    dailyReports(9, 0, today).map((report, index) => sampleReport({ ...plain(report), whole: 50e6 * noise(index) })),
  );
  expect(await noisy.summary()).toMatchObject({ state: 'too-few', results: 9, resultsNeeded: 14 });
});

test('noise is told from what is usual', async () => {
  const { send, summary } = await start();
  const noise = (index: number) => 1 + 0.25 * Math.sin(index * index * 1.7);
  await send(dailyReports(40, 0, today).map((report, index) => sampleReport({ ...plain(report), whole: 50e6 * noise(index) })));
  expect((await summary()).state).toBe('too-noisy');
});

test('relative costs have functions and no whole', async () => {
  const { send, trends, summary } = await start();
  await send(dailyReports(40, 8, today, { relative: true }));
  const found = await summary();
  expect(found).toMatchObject({ state: 'slower', unit: 'share', measure: 'relative', function: { name: 'json.decode' } });
  const { selected } = await trends();
  expect(selected!.lines.map(({ function: place, unit }) => [place?.name, unit])).toEqual([['json.decode', 'share']]);
});

test('pull requests are listed and change no trend', async () => {
  const { server, send, trends } = await start();
  await send([sampleReport({ pullRequest: 7, title: 'Faster carts', label: 'carts' }), sampleReport({ run: 'main' })]);
  const list = (query: string) =>
    request(server).get(`${SERVICE}/reports${query}`).set('Authorization', mockCredentials.user.header());
  expect((await list('')).body).toMatchObject({ total: 2 });
  expect((await list('?main=false')).body.items).toEqual([
    expect.objectContaining({
      isMain: false,
      pullRequest: { number: 7, title: 'Faster carts', url: 'https://github.com/shop/checkout/pull/7' },
    }),
  ]);
  expect((await list('?main=true&limit=1')).body.items).toHaveLength(1);
  expect((await trends()).selected!.lines[0].points).toHaveLength(1);
});

test('an unknown profile is not there', async () => {
  const { server } = await start();
  const { status } = await request(server).get(`${SERVICE}/trends?key=other`).set('Authorization', mockCredentials.user.header());
  expect(status).toBe(404);
});

function plain({ subject, provenance }: ReturnType<typeof sampleReport>): SampleOptions {
  return { commit: subject.head.commit!, time: provenance.recordedAt!, run: provenance.run!.id };
}
