import type { Evidence } from '@flamestep/maturity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect, type Collected } from '../../src/index.ts';
import { manifestOf } from './manifest.ts';
import { hasPrometheus, startPrometheus } from '../../../../fixtures/servers/start-prometheus.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = Math.floor(Date.now() / 1000 / (5 * MINUTE)) * 5 * MINUTE;

/** Times of samples back to `days` ago: every two minutes of the last 8 days, every five before. */
function* times(days: number): Generator<number> {
  for (let time = now - days * DAY; time < now - 8 * DAY; time += 5 * MINUTE) yield time;
  for (let time = now - 8 * DAY; time <= now; time += 2 * MINUTE) yield time;
}

/** A counter that goes up by so many a second. */
function* counter(perSecond: (time: number) => number, days = 92): Generator<[number, number]> {
  let [value, last] = [0, 0];
  for (const time of times(days)) {
    value += last === 0 ? 0 : perSecond(time) * (time - last);
    last = time;
    yield [time, value];
  }
}

function* ringing(...spans: readonly (readonly [daysAgo: number, minutes: number])[]): Generator<[number, number]> {
  for (const [daysAgo, minutes] of spans) {
    for (let minute = 0; minute < minutes; minute++) yield [now - daysAgo * DAY + minute * MINUTE, 1];
  }
}

const family = 'http_request_duration_seconds';
const route = (name: string) => `service="checkout",route="${name}"`;
/** One request a second to each route; `/pay` has been slow for five days, `/list` never. */
const isSlow = (time: number) => time > now - 5 * DAY;
const buckets = (name: string, slow: (time: number) => boolean) => ({
  [`${family}_bucket{${route(name)},le="0.1"}`]: counter(() => 0),
  [`${family}_bucket{${route(name)},le="0.14"}`]: counter((time) => (slow(time) ? 0 : 1)),
  [`${family}_bucket{${route(name)},le="0.2"}`]: counter((time) => (slow(time) ? 0 : 1)),
  [`${family}_bucket{${route(name)},le="0.3"}`]: counter(() => 1),
  [`${family}_bucket{${route(name)},le="+Inf"}`]: counter(() => 1),
});
const series = {
  [`${family}_count{${route('/pay')},code="200"}`]: counter(() => 0.99),
  [`${family}_count{${route('/pay')},code="500"}`]: counter(() => 0.01),
  [`${family}_count{${route('/list')},code="200"}`]: counter(() => 1),
  ...buckets('/pay', isSlow),
  ...buckets('/list', () => false),
  'ALERTS{alertname="CheckoutErrors",alertstate="firing",severity="page",service="checkout"}': ringing(
    [60, 20],
    [20, 10],
    [2, 30],
  ),
  'ALERTS{alertname="AlwaysThere",alertstate="firing",severity="ticket",service="checkout"}': (function* () {
    for (let time = now - 8 * DAY; time <= now; time += 2 * MINUTE) yield [time, 1] as [number, number];
  })(),
  'http_request_duration_seconds_count{service="coarse",route="/all"}': counter(() => 1, 30),
  'http_request_duration_seconds_bucket{service="coarse",route="/all",le="0.1"}': counter(() => 0, 30),
  'http_request_duration_seconds_bucket{service="coarse",route="/all",le="0.25"}': counter(() => 1, 30),
  'http_request_duration_seconds_bucket{service="coarse",route="/all",le="+Inf"}': counter(() => 1, 30),
  'http_requests_total{service="young",code="200"}': counter(() => 1, 3),
  [`odd_requests_total{service="a\\"b\\\\c.*"}`]: counter(() => 1, 9),
};

const alert = (name: string, expression: string, severity = 'page', labels = '') =>
  `      - { alert: ${name}, expr: '${expression}', labels: { severity: ${severity}${labels} } }`;
const rules = [
  'groups:',
  '  - name: checkout',
  '    rules:',
  alert(
    'CheckoutErrors',
    `sum(rate(${family}_count{service="checkout",code=~"5.."}[5m])) / sum(rate(${family}_count{service="checkout"}[5m])) > 0.5`,
  ),
  alert('CheckoutSlow', `histogram_quantile(0.95, sum by (le) (rate(${family}_bucket{service="checkout"}[5m]))) > 5`),
  alert('CheckoutGone', `absent(${family}_count{service="checkout"})`),
  // On a metric that does not exist: Prometheus calls it healthy.
  alert(
    'CheckoutLatencyTypo',
    'histogram_quantile(0.99, sum by (le) (rate(http_request_latency_bucket{service="checkout"}[5m]))) > 1',
  ),
  alert('AlwaysThere', `${family}_count{service="checkout"} >= 0`, 'ticket'),
  // For everybody, about series that checkout does not have.
  alert('QueueLong', 'queue_length > 100'),
  alert('OtherService', 'rate(http_requests_total{service="other"}[5m]) > 1'),
].join('\n');

describe.skipIf(!hasPrometheus)('a real Prometheus (apt-get install prometheus)', () => {
  let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
  let collected: Collected;
  const byKind = (kind: string): Evidence => collected.evidence.find((evidence) => evidence.kind === kind)!;
  const ask = (name: string, rest = {}) =>
    collect(manifestOf(name, rest), [{ type: 'prometheus', url: prometheus.url }], { now: new Date(now * 1000) });

  beforeAll(async () => {
    prometheus = await startPrometheus({ series, rules });
    collected = await ask('checkout', {
      normal: [
        { operation: '/pay', metric: family, percentile: 95, atMost: 0.15 },
        { operation: '/list', metric: family, percentile: 95, atMost: 0.15 },
      ],
    });
  });
  afterAll(() => prometheus.stop());

  test('nothing fails', () => expect(collected.failures).toEqual([]));

  test('rate, errors and duration of requests', () => {
    const { values } = byKind('request-metrics');
    expect(values).toMatchObject({ rate: true, errors: true, duration: true });
    expect(values?.['slotCoverage']).toBeGreaterThan(0.98);
  });

  test('a rule counts when its series exist, and is broken when they do not', () => {
    expect(byKind('alert-rules').values).toEqual({
      latency: 1,
      errors: 1,
      availability: 1,
      staleness: 0,
      crashes: 0,
      clientErrors: 0,
      broken: 1,
      stuck: 1,
    });
  });

  test('availability is what requests say over 28 days', () => {
    const { values } = byKind('availability');
    expect(values?.['share']).toBeCloseTo(0.995, 3);
    expect(values?.['coverage']).toBeGreaterThan(0.99);
  });

  test('episodes and the time until they cleared', () => {
    // Series that were filled in afterwards have no marker of their end; they are seen for five minutes more.
    expect(byKind('incident-load').values).toEqual({ pageEpisodesPerWeek: 0.5, recoveryMedian: 25 * MINUTE });
    expect(byKind('recovery-time').values).toEqual({ incidents: 3, median: 25 * MINUTE });
  });

  test('buckets that are too wide to show 1.5 times are no answer', async () => {
    const { evidence } = await ask('coarse');
    expect(evidence.find(({ kind }) => kind === 'deviations')?.unavailable).toEqual({
      reason: 'resolution',
      detail:
        'a change by 1.5 would not show in /all: the bounds next to its p95 are 0.1 and 0.25; add buckets, or use native histograms',
    });
  });

  test('what is 1.5 times worse than the same hour of the weeks before, and has been for 72 hours', async () => {
    expect(byKind('deviations')).toMatchObject({ values: { baselineWeeks: 4, deviations: 1, unexplained: 1 } });
    const { evidence } = await collect(manifestOf('checkout'), [{ type: 'prometheus', url: prometheus.url }], {
      now: new Date(now * 1000),
      explained: ['/pay'],
    });
    expect(evidence.find(({ kind }) => kind === 'deviations')).toMatchObject({ values: { unexplained: 0 } });
  });

  test('normal ranges: the worst of them decides', () => {
    const { values } = byKind('normal-held');
    expect(values?.['resolves']).toBe(true);
    // Slow for five of the seven days.
    expect(values?.['inRangeShare']).toBeCloseTo(2 / 7, 1);
  });

  test('a service that has been there for three days has not been stable for 28', async () => {
    const { evidence } = await ask('young');
    expect(evidence.find(({ kind }) => kind === 'availability')?.unavailable).toMatchObject({ reason: 'insufficient-history' });
    expect(evidence.find(({ kind }) => kind === 'request-metrics')?.values).toMatchObject({ rate: true, duration: false });
  });

  test.each(['a"b\\c.*', '.*', '"} or up or {x="', 'a\nb', '日本 🚀', '|'])(
    'a service called %j finds its own series only',
    async (name) => {
      const { evidence, failures } = await ask(name, { normal: [{ operation: name, metric: 'odd_requests_total', atLeast: 0 }] });
      expect(failures).toEqual([]);
      const held = evidence.find(({ kind }) => kind === 'normal-held');
      expect(held?.values).toMatchObject({ resolves: name === 'a"b\\c.*' });
    },
  );
});

describe.skipIf(!hasPrometheus)('a Prometheus that keeps 15 days', () => {
  test('cannot tell of 28, and says so', async () => {
    const prometheus = await startPrometheus({ retention: '15d', series: { 'up{service="x"}': counter(() => 1, 14) } });
    const sources = [{ type: 'prometheus', url: prometheus.url }] as const;
    const { evidence } = await collect(manifestOf('x'), sources, { now: new Date(now * 1000) });
    await prometheus.stop();
    const { unavailable } = evidence.find(({ kind }) => kind === 'availability')!;
    expect(unavailable?.reason).toBe('insufficient-history');
    expect(unavailable?.detail).toBe('the server keeps 15 days, 28 are needed; keep more, or name a store that does');
  });
});
