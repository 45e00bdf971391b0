import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadDescription } from '../../../../fixtures/fake-github/contract/load-description.ts';
import { createFakeGitHub } from '../../../../fixtures/fake-github/create-fake-github.ts';
import { collect, type Source } from '../../src/index.ts';
import { manifestOf } from './manifest.ts';
import { hasPrometheus, startPrometheus } from '../../../../fixtures/servers/start-prometheus.ts';

/* What takes a quarter of history: cost, gradual delivery, and how early a service was seen. */

const now = Math.floor(Date.now() / 3_600_000) * 3600;
const DAY = 86_400;

function* every(seconds: number, days: number, valueAt: (time: number) => number): Generator<[number, number]> {
  for (let time = now - days * DAY; time <= now; time += seconds) yield [time, valueAt(time)];
}
const hourly = (value: number, days = 92) => every(300, days, () => value);

const of = (name: string) => `namespace="shop",pod="${name}-7d9f-x2x1z",container="app",node="n1"`;
const rollout = (name: string, strategy: string) => `rollout_info{namespace="shop",name="${name}",strategy="${strategy}"}`;
const series = {
  up: hourly(1, 100),
  'queue_depth{service="young"}': hourly(1, 3),
  'http_requests_total{service="checkout",code="200"}': every(300, 92, (time) => (time - now + 92 * DAY) * 10),
  // Twice the memory for the last 45 days.
  [`container_cpu_allocation{${of('checkout')}}`]: hourly(1),
  [`container_memory_allocation_bytes{${of('checkout')}}`]: every(300, 92, (time) => (time > now - 45 * DAY ? 4 : 2) * 1024 ** 3),
  'node_cpu_hourly_cost{node="n1",instance="a"}': hourly(0.02),
  'node_cpu_hourly_cost{node="n1",instance="b"}': hourly(0.02),
  'node_ram_hourly_cost{node="n1"}': hourly(0.01),
  // Gradual for the last 45 of the 90 days.
  [rollout('checkout', 'canary')]: hourly(1, 45),
  [rollout('checkout', 'blueGreen')]: every(300, 92, (time) => (time < now - 45 * DAY ? 1 : Number.NaN)),
};
const loaded = loadDescription();

describe.skipIf(!hasPrometheus)('a real Prometheus (apt-get install prometheus)', () => {
  let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
  beforeAll(async () => {
    prometheus = await startPrometheus({ series });
  });
  afterAll(() => prometheus.stop());

  test('a young service without rules has none, which needs no week to know', async () => {
    const sources: Source[] = [{ type: 'prometheus', url: prometheus.url }];
    const { evidence } = await collect(manifestOf('young'), sources, { now: new Date(now * 1000) });
    const rules = evidence.find(({ kind }) => kind === 'alert-rules');
    expect(rules).toMatchObject({ values: { latency: 0, errors: 0, broken: 0, stuck: 0 } });
  });

  const ask = async (deployment: string) => {
    const manifest = manifestOf('checkout', { selectors: { kubernetes: { namespace: 'shop', deployment } } });
    const sources: Source[] = [{ type: 'prometheus', url: prometheus.url }];
    const { evidence, failures } = await collect(manifest, sources, { now: new Date(now * 1000) });
    const own = evidence.filter(({ source }) => source.type === 'prometheus');
    return { failures, values: Object.fromEntries(own.map((one) => [one.kind, one.values ?? one.unavailable])) };
  };

  test('cost of a request against before, and the share of time with a canary', async () => {
    const { values, failures } = await ask('checkout');
    expect(failures).toEqual([]);
    // 0.02 + 4 × 0.01 against 0.02 + 2 × 0.01.
    expect(values['cost']?.['perRequestChange' as never]).toBeCloseTo(1.5, 2);
    expect(values['progressive-delivery']?.['progressiveShare' as never]).toBeCloseTo(0.5, 2);
    expect(values).not.toHaveProperty('first-telemetry');
  });

  test('what has neither is unknown', async () => {
    const { values } = await ask('other');
    expect(values['cost']).toMatchObject({ reason: 'no-data' });
    expect(values['progressive-delivery']).toMatchObject({ reason: 'no-data' });
  });

  test.skipIf(loaded.description === undefined).each([
    [95, { daysAfterDeployment: expect.closeTo(3, 0) }],
    [50, { daysAfterDeployment: 0 }],
    // The server did not run yet.
    [110, { reason: 'insufficient-history' }],
  ])('a service that was first deployed %i days ago', async (days, value) => {
    const github = await createFakeGitHub({ description: loaded.description!, now: () => new Date(now * 1000) });
    const repository = github.state.addRepository({ owner: 'acme', name: 'shop' });
    const { sha } = github.state.addCommit({ repository, branch: 'main' });
    const at = (ago: number) => `${new Date((now - ago * DAY) * 1000).toISOString().slice(0, 19)}Z`;
    for (const ago of [days, 5]) github.state.addDeployment({ repository, sha, createdAt: at(ago) });
    const token = github.state.issueToken({ repository, permissions: { deployments: 'read' } });
    const manifest = manifestOf('checkout');
    const sources: Source[] = [
      { type: 'prometheus', url: prometheus.url },
      { type: 'github', url: github.url, repository: 'acme/shop' },
    ];
    const environment = { FLAMESTEP_HTTP_AUTHORIZATION: `${github.url} Bearer ${token.value}` };
    const { evidence } = await collect(manifest, sources, { now: new Date(now * 1000), environment });
    const found = evidence.find(({ kind }) => kind === 'first-telemetry');
    expect(found?.values ?? found?.unavailable).toMatchObject(value);
    expect(github.contractViolations).toEqual([]);
    await github.close();
  });
});
