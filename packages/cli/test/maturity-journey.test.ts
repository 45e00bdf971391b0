import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Assessment } from '@flamestep/maturity';
import { afterAll, expect, test } from 'vitest';
import { loadDescription } from '../../../fixtures/fake-github/contract/load-description.ts';
import { createFakeGitHub } from '../../../fixtures/fake-github/create-fake-github.ts';
import { hasAlertmanager, startAlertmanager } from '../../../fixtures/servers/start-alertmanager.ts';
import { hasPrometheus, startPrometheus } from '../../../fixtures/servers/start-prometheus.ts';
import { freePort, serve, stopServers } from '../../../fixtures/servers/local-server.ts';
import { startProgram } from '../../../fixtures/servers/start-program.ts';
import { flamestep } from './fake-io.ts';
import { pastSeries } from './journey/past-series.ts';

/*
 * The service of examples/maturity goes from nothing to step 2: the test reads the next actions that the command prints, does the first
 * that is in its power, and asks again. Prometheus, Alertmanager, the service, its traffic, its slowdown and its alert are real; logs
 * and traces are those that the service emitted, in a small store; GitHub is the contract-checked fake.
 */

const EXAMPLE = fileURLToPath(new URL('../../../examples/maturity/', import.meta.url));
const example = (name: string): string => readFileSync(EXAMPLE + name, 'utf8');
const github = loadDescription();
const lacking = [
  ...(hasPrometheus ? [] : ['Prometheus (apt-get install prometheus)']),
  ...(hasAlertmanager ? [] : ['Alertmanager (apt-get install prometheus-alertmanager)']),
  ...(github.description === undefined ? [github.reason] : []),
];
if (lacking.length > 0) console.warn(`the journey of the example service is skipped: it needs ${lacking.join(', ')}`);

const stops: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  await stopServers();
});

const day = (daysAgo: number, hours = 0): string =>
  `${new Date(Date.now() - daysAgo * 86_400_000 + hours * 3_600_000).toISOString().slice(0, 19)}Z`;

test.skipIf(lacking.length > 0)(
  'the example service is taken from step 0 to step 2 by what each next action names',
  async () => {
    const world = await startWorld();
    // What each action asks for, as a team would do it.
    const doing: Readonly<Record<string, () => unknown>> = {
      'connect-prometheus': () => world.connect('prometheus', world.prometheusUrl()),
      'connect-loki': () => world.connect('loki', world.storeUrl),
      'connect-jaeger': () => world.connect('jaeger', world.storeUrl),
      'connect-alertmanager': () => world.connect('alertmanager', world.alertmanager.url),
      'connect-calendar': () => world.connect('calendar', world.calendarUrl),
      'connect-github': () => world.connect('github', 'acme/shop'),
      'fix-normal-is-defined': () =>
        world.writeManifest(example('o11y.yaml').replace(/reviewed: .*/, `reviewed: ${day(0).slice(0, 10)}`)),
      'fix-alerts-have-live-series': () => world.replaceRules(example('rules.yml')),
      'fix-alerts-reach-someone': () => world.pageSomebody(),
      'fix-incidents-are-noticed': () => world.labelIncidents(),
      'fix-response-improves': () => world.reviewIncidents(),
    };

    const story: string[] = [];
    let assessment = await world.assess();
    expect(assessment).toMatchObject({ step: 0, rated: false });
    for (let turn = 0; turn < 20 && assessment.step < 2; turn++) {
      const text = await world.print();
      // The actions in the text are those of the JSON, in the same order.
      const titles = assessment.next.map(({ title }) => title.en);
      expect(titles.map((title) => text.indexOf(title)).every((at) => at >= 0)).toBe(true);
      const action = assessment.next.find(({ id }) => Object.hasOwn(doing, id));
      expect(
        action,
        `one of ${assessment.next.map(({ id }) => id).join(', ')} can be done at step ${assessment.step}`,
      ).toBeDefined();
      await doing[action!.id]!();
      const before = assessment.step;
      assessment = await world.assess();
      story.push(`${before}: ${action!.title.en}${assessment.step === before ? '' : ` → step ${assessment.step}`}`);
      if (assessment.step !== before) expect(await world.print()).toContain(`Step ${assessment.step} of 4`);
    }
    expect(story.join('\n')).toMatchInlineSnapshot(`
    "0: Connect Prometheus
    0: Connect the trace store
    0: Connect the log store
    0: Normal is defined, and it holds
    0: Alerts can ring, and are tidy
    0: Connect Alertmanager → step 1
    1: Connect the GitHub repository
    1: A page reaches somebody
    1: Connect the on-call calendar
    1: Incidents are noticed by alerts, not by users
    1: Response to incidents improves → step 2"
  `);
    expect(assessment.steps.slice(0, 3).map(({ gate }) => gate.open)).toEqual([true, true, false]);
    // The page of the real slowdown was delivered.
    expect(world.delivered.join()).toContain('"alertname":"CheckoutSlow"');
    expect(world.github.contractViolations).toEqual([]);
  },
  180_000,
);

/** Everything that is there before anybody has connected it. */
async function startWorld() {
  const [storePort, servicePort] = [await freePort(), await freePort()];
  const storeUrl = `http://127.0.0.1:${storePort}`;
  const serviceUrl = `http://127.0.0.1:${servicePort}`;
  stops.push((await startExample('telemetry-store.mjs', { PORT: String(storePort) }, `${storeUrl}/ready`)).stop);
  stops.push((await startExample('checkout.mjs', { PORT: String(servicePort), STORE: storeUrl }, `${serviceUrl}/metrics`)).stop);
  const calendarUrl = await serve((_, response) => response.end(example('on-call.ics')));
  const delivered: string[] = [];
  const pager = await serve(({ body }, response) => {
    delivered.push(body.toString());
    response.end();
  });
  // Its receiver looks like any other, and notifies nobody.
  const alertmanager = await startAlertmanager(
    'route: { receiver: pager, group_by: [alertname], group_wait: 0s }\nreceivers: [{ name: pager }]\n',
  );
  stops.push(alertmanager.stop);

  const now = Math.floor(Date.now() / 300_000) * 300;
  const targets = (address: string, labels = '{}') => `static_configs: [{ targets: ['${address}'], labels: ${labels} }]`;
  const config = `alerting: { alertmanagers: [{ ${targets(alertmanager.listen)} }] }
scrape_configs:
  - { job_name: checkout, scrape_interval: 1s, ${targets(`127.0.0.1:${servicePort}`, '{ service: checkout }')} }
  - { job_name: alertmanager, scrape_interval: 1s, ${targets(alertmanager.listen)} }
`;
  const startWith = (rules: string) => startPrometheus({ series: pastSeries('checkout', now), rules, config });
  // A metric that does not exist: Prometheus calls the rule healthy.
  let prometheus = await startWith(
    example('rules.yml').replaceAll('http_server_request_duration_seconds', 'http_request_latency'),
  );
  stops.push(() => prometheus.stop());

  const fake = await createFakeGitHub({ description: github.description!, now: () => new Date() });
  stops.push(fake.close);
  const repository = fake.state.addRepository({ owner: 'acme', name: 'shop' });
  const permissions = {
    contents: 'read',
    issues: 'read',
    'pull-requests': 'read',
    checks: 'read',
    deployments: 'read',
    actions: 'read',
  } as const;
  const token = fake.state.issueToken({ repository, permissions });
  const incidents = [70, 45, 35].map((days) =>
    fake.state.addIssue({
      repository,
      createdAt: day(days, 1),
      closedAt: day(days, 2),
      labels: ['incident', 'sev2'],
      body: 'Orders failed.',
    }),
  );

  const traffic = keepAsking(`${serviceUrl}/orders`);
  stops.push(traffic.stop);
  // As many traces as a day must have.
  const kept = async (): Promise<unknown[]> =>
    (await (await fetch(`${storeUrl}/api/v3/traces?query.service_name=checkout&query.num_traces=50`)).json()).result
      .resourceSpans;
  while ((await kept()).length < 30) await pause(100);
  const connected: string[] = [];
  let manifest = 'apiVersion: flamestep.io/v1\nkind: Service\nmetadata: { name: checkout }\nspec: { kind: backend, tier: 2 }\n';
  const run = async (...words: string[]) => {
    const { out, err } = await flamestep(['maturity', ...connected, ...words], {
      files: { 'o11y.yaml': manifest },
      now: new Date().toISOString(),
      fetch: globalThis.fetch,
      env: { GITHUB_API_URL: fake.url, GITHUB_TOKEN: token.value },
    });
    expect(err).toBe('');
    return out;
  };
  const assess = async (): Promise<Assessment> => JSON.parse(await run('--format=json'));
  /** Whether the delivery of a page is known by now. */
  const isProven = async () =>
    (await assess()).findings.some(({ measures }) =>
      measures.some(({ evidence, state }) => evidence === 'detection-proof' && state === 'met'),
    );

  return {
    delivered,
    alertmanager,
    github: fake,
    storeUrl,
    calendarUrl,
    prometheusUrl: () => prometheus.url,
    assess,
    print: () => run(),
    connect: (type: string, address: string) => connected.push(`--${type}=${address}`),
    writeManifest: (text: string) => {
      manifest = text;
    },
    /** Prometheus starts anew with other rules. */
    replaceRules: async (rules: string) => {
      const old = prometheus;
      prometheus = await startWith(rules);
      connected.splice(connected.indexOf(`--prometheus=${old.url}`), 1, `--prometheus=${prometheus.url}`);
      await old.stop();
    },
    /** The receiver gets an integration, and the service gets slow until the page of it was delivered. */
    pageSomebody: async () => {
      await writeFile(alertmanager.file, example('alertmanager.yml').replace('http://127.0.0.1:8082/', `${pager}/`));
      await fetch(`${alertmanager.url}/-/reload`, { method: 'POST' });
      await fetch(`${serviceUrl}/slow`, { method: 'POST' });
      for (let i = 0; i < 300 && delivered.length === 0; i++) await pause(200);
      for (let i = 0; i < 50 && !(await isProven()); i++) await pause(500);
    },
    /** Whoever reads the incidents again finds that by now an alert announces each. */
    labelIncidents: () => {
      for (const incident of incidents) Object.assign(incident, { labels: [...incident.labels, 'detected-by:alert'] });
    },
    /** Each incident gets a postmortem, and its action is closed. */
    reviewIncidents: () => {
      for (const incident of incidents) {
        Object.assign(incident, { body: `${incident.body}\nPostmortem: https://docs.example.com/${incident.number}` });
        fake.state.addIssue({ repository, createdAt: day(40), closedAt: day(30), labels: ['incident-action'] });
      }
    },
  };
}

function startExample(file: string, env: Record<string, string>, ready: string) {
  const words = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  return startProgram('/usr/bin/env', [...words, process.execPath, EXAMPLE + file], ready);
}

/** Traffic: some requests at a time, without end, one of a hundred failing. */
function keepAsking(url: string): { stop(): Promise<void> } {
  let goesOn = true;
  const users = Array.from({ length: 4 }, async (_, user) => {
    for (let request = user; goesOn; request++) {
      await fetch(request % 100 === 99 ? `${url}?fail` : url).catch(() => {});
      await pause(100);
    }
  });
  return {
    stop: async () => {
      goesOn = false;
      await Promise.all(users);
    },
  };
}
