import type { ServiceManifest } from '@flamestep/maturity';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { collect } from '../../src/index.ts';
import { manifestOf } from './manifest.ts';
import { hasPrometheus, startPrometheus } from '../../../../fixtures/servers/start-prometheus.ts';

/* What runs beside the requests: SLOs, scaling, probes, jobs, the telemetry pipeline, customer outcomes, cost of profiling. */

const now = Math.floor(Date.now() / 300_000) * 300;
const DAYS = 29;

function* every(seconds: number, valueAt: (time: number) => number): Generator<[number, number]> {
  for (let time = now - DAYS * 86_400; time <= now; time += seconds) yield [time, valueAt(time)];
}
const steady = (value: number) => every(300, () => value);
const counting = (perSecond: number) => every(300, (time) => (time - now + DAYS * 86_400) * perSecond);

const pod = 'namespace="shop",pod="checkout-7d9f-x2x1z"';
const hpa = 'namespace="shop",horizontalpodautoscaler="checkout"';
const series = {
  'http_requests_total{service="checkout",code="200",profiled="true"}': counting(1),
  'http_requests_total{service="checkout",code="200"}': counting(1),
  'process_cpu_seconds_total{service="checkout",profiled="true"}': counting(0.104),
  'process_cpu_seconds_total{service="checkout"}': counting(0.1),
  'probe_success{service="checkout",location="tokyo"}': steady(1),
  'probe_success{service="checkout",location="osaka"}': steady(1),
  'probe_success{job="robot",journey="buy"}': every(300, (time) => (time > now - 28 * 8640 ? 0 : 1)),
  'slo:sli_error:ratio_rate5m{sloth_service="checkout",sloth_slo="a"}': steady(0.001),
  'ALERTS{alertname="FluentdDown",alertstate="firing",drill="true",severity="ticket",service="checkout"}': [
    0, 60, 120, 86_400,
  ].map((seconds): [number, number] => [now - 5 * 86_400 + seconds, 1]),
  'web_vitals_seconds_count{service="checkout",name="LCP"}': counting(0.01),
  'web_vitals_seconds_count{service="checkout",name="INP"}': counting(0.005),
  // Another metric with the same labels.
  'web_vitals_rating_count{service="checkout",name="INP"}': counting(0.005),
  'k6_browser_web_vital_cls_count{service="checkout"}': counting(1),
  'carts_paid_total{shop="main"}': counting(1),
  'up{job="fluentd"}': steady(1),
  [`kube_horizontalpodautoscaler_status_current_replicas{${hpa}}`]: every(300, (time) => (time > now - 14 * 8640 ? 5 : 3)),
  [`kube_horizontalpodautoscaler_spec_max_replicas{${hpa}}`]: steady(5),
  [`container_cpu_usage_seconds_total{${pod},container="app"}`]: every(150, (time) => (time - now + DAYS * 86_400) * 0.2),
  [`kube_pod_container_resource_requests{${pod},container="app",resource="cpu"}`]: steady(0.5),
  'nightly_last_success_timestamp_seconds{service="nightly"}': every(300, (time) => Math.floor(time / 86_400) * 86_400),
  'nightly_duration_seconds{service="nightly"}': steady(60),
  'nightly_processed_total{service="nightly"}': counting(1),
  'nightly_runs_total{service="nightly",result="success"}': counting(1 / 86_400),
  'nightly_runs_total{service="nightly",result="failure"}': counting(0.25 / 86_400),
};
const burn = 'slo:sli_error:ratio_rate5m{sloth_service="checkout"} > 0.05';
const rules = `groups:
  - name: all
    rules:
      - { alert: Burn, expr: '${burn}', labels: { service: checkout, severity: page }, annotations: { runbook_url: 'https://r.example.com', dashboard: 'https://d.example.com' } }
      - { alert: Bare, expr: '${burn}', labels: { service: checkout, severity: critical } }
      - { alert: FewPaid, expr: 'rate(carts_paid_total[5m]) < 0.1', labels: { service: checkout, severity: ticket } }
      - { alert: FluentdDown, expr: 'up{job=~"fluent.*"} == 0', labels: { severity: page } }
      - { alert: VectorDown, expr: 'up{job="vector"} == 0', labels: { severity: page } }
      - { alert: AnythingDown, expr: 'up == 0', labels: { severity: page } }
`;

describe.skipIf(!hasPrometheus)('a real Prometheus (apt-get install prometheus)', () => {
  let prometheus: Awaited<ReturnType<typeof startPrometheus>>;
  const ask = async (manifest: ServiceManifest) => {
    const sources = [{ type: 'prometheus', url: prometheus.url }] as const;
    const { evidence, failures } = await collect(manifest, sources, { now: new Date(now * 1000) });
    expect(failures).toEqual([]);
    return Object.fromEntries(evidence.map((one) => [one.kind, one.values ?? one.unavailable]));
  };
  beforeAll(async () => {
    prometheus = await startPrometheus({ series, rules });
  });
  afterAll(() => prometheus.stop());

  test('of a service', async () => {
    const paid = { type: 'prometheus', instance: 'main', role: 'customer-outcome', query: 'carts_paid_total' } as const;
    const selectors = { kubernetes: { namespace: 'shop', deployment: 'checkout' } };
    const values = await ask(manifestOf('checkout', { selectors, sources: [paid] }));
    expect(values['outside-view']).toEqual({ samples: expect.any(Number), locations: 2 });
    expect(values['slo-live']).toEqual({ coverage: 1, burnAlerts: 2 });
    expect(values['pipeline-alert']).toEqual({ rules: 1 });
    expect(values['drills']).toEqual({ corroborated: 2 });
    expect(values['response-kit']).toEqual({ runbookShare: 0.5 });
    expect(values['customer-outcome']).toEqual({ series: 1, uses: 1 });
    expect(values['profiling-overhead']?.['cpuPerRequest' as never]).toBeCloseTo(1.04, 5);
    expect(values['scaling']?.['atMaximumShare' as never]).toBeCloseTo(0.1, 2);
    expect(values['scaling']?.['cpuOfRequest' as never]).toBeCloseTo(0.4, 2);
    // There are live rules that page, and none rang.
    expect(values['incident-load']).toEqual({ pageEpisodesPerWeek: 0, recoveryMedian: 0 });
    expect(values['recovery-time']).toMatchObject({ reason: 'insufficient-history' });
  });

  test('of a page, its journeys and vitals', async () => {
    const { service, ...rest } = manifestOf('checkout', { selectors: { journeys: { job: 'robot' } } });
    const values = await ask({ ...rest, service: { ...service, kind: 'web' } });
    expect(values['journeys']?.['coverage' as never]).toBeCloseTo(1, 2);
    expect(values['journeys']?.['successShare' as never]).toBeCloseTo(0.9, 2);
    // A robot measured the third.
    expect(values['web-vitals']).toEqual({ lcp: true, inp: true, cls: false, pageViews: 864 });
    const unnamed = await ask({ ...manifestOf('checkout'), service: { ...service, kind: 'web' } });
    expect(unnamed['journeys']).toMatchObject({ reason: 'no-data', detail: expect.stringContaining('selectors.journeys') });
  });

  test('of a job, by the time that it wrote itself', async () => {
    const { service, ...rest } = manifestOf('nightly');
    const values = await ask({ ...rest, service: { ...service, kind: 'batch' } });
    expect(values['run-metrics']).toMatchObject({ duration: true, processed: true });
    expect(values['run-metrics']?.['intervalsSinceSuccess' as never]).toBeLessThan(2);
    expect(values['run-results']?.['successShare' as never]).toBeCloseTo(0.8, 2);
    // Nothing could have rung.
    expect(values['incident-load']).toMatchObject({ reason: 'no-data', detail: expect.stringContaining('none could') });
  });
});
