import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { collect, type Source } from '../../src/index.ts';
import { serve, stopServers } from '../../../../fixtures/servers/local-server.ts';
import { manifestOf } from './manifest.ts';
import { hasAlertmanager, startAlertmanager } from '../../../../fixtures/servers/start-alertmanager.ts';
import { hasPrometheus, startPrometheus } from '../../../../fixtures/servers/start-prometheus.ts';

afterEach(stopServers);

const rules = `groups:
  - name: checkout
    rules:
      - { alert: Drill, expr: 'up{job="alertmanager"} == 1', labels: { service: checkout, severity: page } }
`;

describe.skipIf(!hasPrometheus || !hasAlertmanager)('an alert of a real Prometheus through a real Alertmanager', () => {
  test('is a page that was delivered', async () => {
    const delivered: string[] = [];
    const webhook = await serve(({ body }, response) => {
      delivered.push(body.toString());
      response.end();
    });
    const receivers = `receivers: [{ name: pager, webhook_configs: [{ url: '${webhook}/' }] }]`;
    const alertmanager = await startAlertmanager(`route: { receiver: pager, group_wait: 0s }\n${receivers}\n`);
    const targets = `static_configs: [{ targets: ['${alertmanager.listen}'] }]`;
    const config = `alerting: { alertmanagers: [{ ${targets} }] }
scrape_configs: [{ job_name: alertmanager, scrape_interval: 1s, ${targets} }]
`;
    const prometheus = await startPrometheus({ rules, config });
    const sources: Source[] = [
      { type: 'prometheus', url: prometheus.url },
      { type: 'alertmanager', url: alertmanager.url },
    ];
    const ask = async () => (await collect(manifestOf('checkout'), sources, { now: new Date() })).evidence;
    const of = (evidence: Awaited<ReturnType<typeof ask>>, type: string, kind: string) =>
      evidence.find((one) => one.source.type === type && one.kind === kind);
    let evidence = await ask();
    for (let attempt = 0; attempt < 150 && of(evidence, 'prometheus', 'detection-proof')?.values === undefined; attempt++) {
      await pause(200);
      evidence = await ask();
    }
    await prometheus.stop();
    await alertmanager.stop();

    expect(delivered.join()).toContain('"alertname":"Drill"');
    expect(of(evidence, 'prometheus', 'detection-proof')?.values?.['age']).toBeLessThan(1);
    expect(of(evidence, 'alertmanager', 'detection-proof')?.values?.['age']).toBeLessThan(1);
    expect(of(evidence, 'prometheus', 'paging-route')?.values).toEqual({ alertmanagers: 1 });
    expect(of(evidence, 'alertmanager', 'paging-route')?.values).toEqual({ alertmanagers: 1, integrations: 1 });
    // A server of some seconds knows nothing of a week.
    expect(of(evidence, 'prometheus', 'alert-rules')?.unavailable?.reason).toBe('insufficient-history');
  });
});
