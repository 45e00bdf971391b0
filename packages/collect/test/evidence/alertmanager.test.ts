import { execFile, execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { collect } from '../../src/index.ts';
import { readRoutes } from '../../src/evidence/alertmanager/read-routes.ts';
import { routeAlert } from '../../src/evidence/alertmanager/route-alert.ts';
import { freePort, serve, stopServers } from '../../../../fixtures/servers/local-server.ts';
import { manifestOf } from './manifest.ts';
import { AMTOOL, hasAlertmanager, startAlertmanager } from '../../../../fixtures/servers/start-alertmanager.ts';

const config = (webhook: string) => `
global: { smtp_smarthost: 'localhost:25', smtp_from: a@example.com, smtp_auth_username: u, smtp_auth_password: hunter2hunter2 }
route:
  receiver: nobody
  group_wait: 0s
  group_interval: 1s
  routes:
    - matchers: ['service=~"checkout|cart"', severity="page"]
      receiver: pager
    - match: { service: search }
      receiver: nobody
      routes:
        - match_re: { severity: 'page|critical' }
          continue: true
          receiver: mail
        - matchers: ['{team="a,b", severity!="ticket"}']
          receiver: pager
    - matchers: ['service="a\\"b\\\\c.*"']
      receiver: mail
    - matchers: ['service=""', severity="page"]
      receiver: mail
receivers:
  - name: nobody
  - name: pager
    webhook_configs: [{ url: '${webhook}' }]
  - name: mail
    email_configs: [{ to: x@example.com }, { to: y@example.com }]
`;

const alerts: Record<string, string>[] = [
  { service: 'checkout', severity: 'page' },
  { service: 'checkout', severity: 'ticket' },
  { service: 'checkouts', severity: 'page' },
  { service: 'search', severity: 'critical' },
  { service: 'search', severity: 'page', team: 'a,b' },
  { service: 'search', severity: 'ticket', team: 'a,b' },
  { service: 'a"b\\c.*', severity: 'page' },
  { severity: 'page' },
  {},
];

describe.skipIf(!hasAlertmanager)('a real Alertmanager (apt-get install prometheus-alertmanager)', () => {
  let alertmanager: Awaited<ReturnType<typeof startAlertmanager>>;
  let url = '';
  const ask = (name: string) => collect(manifestOf(name), [{ type: 'alertmanager', url }], { now: new Date() });
  const amtool = (...options: string[]) => promisify(execFile)(AMTOOL, [`--alertmanager.url=${url}`, ...options]);

  beforeAll(async () => {
    alertmanager = await startAlertmanager(config(`http://127.0.0.1:${await freePort()}/`));
    url = alertmanager.url;
  });
  afterAll(() => alertmanager.stop());
  afterEach(stopServers);

  test.each(alerts)('amtool sends %j to the same receivers', async (labels) => {
    const { original } = ((await (await fetch(`${url}/api/v2/status`)).json()) as { config: { original: string } }).config;
    const ours = routeAlert(readRoutes(original).route, labels).map(({ receiver }) => receiver);
    // amtool reads its arguments as matchers, so that quotes are escaped once more.
    const written = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
    const output = execFileSync(AMTOOL, ['config', 'routes', 'test', `--config.file=${alertmanager.file}`, ...written], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    expect(ours.join(',')).toBe(output.toString().trim());
  });

  test.each([
    ['checkout', 1],
    ['search', 2],
    // Its receiver has a name and no integration.
    ['unheard', 0],
  ])('pages of %s reach %i integrations', async (name, integrations) => {
    const { evidence, failures } = await ask(name);
    expect(failures).toEqual([]);
    expect(evidence.find(({ kind }) => kind === 'paging-route')?.values).toMatchObject({ alertmanagers: 1, integrations });
  });

  test('no secret of its configuration is told', async () => {
    const { evidence } = await ask('search');
    expect(JSON.stringify(evidence)).not.toContain('hunter2');
  });

  test('a page counts as delivered when the receiver took it, not while it is tried again', async () => {
    const proof = async () => (await ask('checkout')).evidence.find(({ kind }) => kind === 'detection-proof');
    expect((await proof())?.unavailable?.detail).toContain('no alert of this service rings');
    await amtool('alert', 'add', 'Drill', 'service=checkout', 'severity=page', 'drill=true');
    await pause(1500);
    expect((await proof())?.unavailable?.detail).toContain('nothing was delivered');
  });

  test('and so it does once it was', async () => {
    // The same address, now with somebody who listens.
    const origin = await serve((_, response) => response.end());
    await writeFile(alertmanager.file, config(`${origin}/`));
    await fetch(`${url}/-/reload`, { method: 'POST' });
    await amtool('alert', 'add', 'Drill2', 'service=cart', 'severity=page');
    let values: Readonly<Record<string, unknown>> | undefined;
    for (let attempt = 0; values === undefined && attempt < 100; attempt++) {
      await pause(100);
      values = (await ask('cart')).evidence.find(({ kind }) => kind === 'detection-proof')?.values;
    }
    expect(values?.['age']).toBeLessThan(1);
  });

  test('a silence of 60 days is long, one of a day or of another service is not', async () => {
    const longSilences = async (name: string) =>
      (await ask(name)).evidence.find(({ kind }) => kind === 'alert-rules')?.values?.['longSilences'];
    expect(await longSilences('checkout')).toBe(0);
    await amtool('silence', 'add', '--duration=1440h', '--author=a', '--comment=c', 'service=cart');
    await amtool('silence', 'add', '--duration=24h', '--author=a', '--comment=c', 'service=checkout');
    expect(await longSilences('checkout')).toBe(0);
    await amtool('silence', 'add', '--duration=1440h', '--author=a', '--comment=c', 'service=~check.*', 'alertname=Slow');
    expect(await longSilences('checkout')).toBe(1);
    expect(await longSilences('search')).toBe(0);
    await amtool('silence', 'add', '--duration=1440h', '--author=a', '--comment=c', 'severity=page');
    expect(await longSilences('search')).toBe(1);
  });
});
