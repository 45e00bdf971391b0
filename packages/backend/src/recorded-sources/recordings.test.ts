import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { collect, type Source } from '@flamestep/collect';
import { assess, modelForKind, readService } from '@flamestep/maturity';
import { readRequest } from './read-request.ts';
import { readRecordings } from './recordings.ts';

const file = fileURLToPath(new URL('../../../../fixtures/example-services/answers.jsonl.gz', import.meta.url));
const recordings = readRecordings(file);
const now = Date.parse('2031-05-06T07:08:09.123Z');
const slos = ['checkout.slo.yaml', 'payment-gateway.slo.yaml'];

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    const answer = recordings.answer(await readRequest(request), now);
    response.writeHead(answer?.status ?? 404, { 'content-type': answer?.contentType ?? 'text/plain' }).end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

/** Service files as `npm start` writes them: looked at not long ago. */
function readFiles(name: string) {
  const text = (path: string) =>
    readFileSync(new URL(`../../services/${path}`, import.meta.url), 'utf8')
      .replace(/(reviewed|created): '[\d-]+'/g, "$1: '2031-04-01'")
      .replace(/expires: '[\d-]+'/g, "expires: '2031-07-01'");
  const own = slos.filter((path) => path === `${name}.slo.yaml`);
  return {
    manifest: readService(text(`${name}.yaml`)),
    files: Object.fromEntries(own.map((path) => [path, text(path)])),
    changed: Object.fromEntries(own.map((path) => [path, '2031-04-01'])),
  };
}

async function ask(name: string) {
  const { manifest, files, changed } = readFiles(name);
  const types = ['prometheus', 'alertmanager', 'grafana', 'loki', 'jaeger', 'pyroscope'] as const;
  const sources: Source[] = [
    ...types.map((type) => ({ type, url: `${url}/${type}` })),
    { type: 'github', url: `${url}/github`, repository: `shop/${name}`, telemetryHosts: ['grafana.example.com'] },
    { type: 'calendar', url: `${url}/calendar/on-call.ics` },
    { type: 'openslo', files, changed },
    ...(manifest.service.kind === 'mobile' ? [{ type: 'newrelic' as const, url: `${url}/newrelic/graphql`, account: 1 }] : []),
  ];
  const { evidence, failures } = await collect(manifest, sources, { now: new Date(now) });
  return { manifest, evidence, failures };
}

test('what was recorded answers the collectors at any later time', async () => {
  const { evidence, failures } = await ask('payment-gateway');
  expect(failures).toEqual([]);
  const valuesOf = (kind: string) =>
    evidence.filter((one) => one.kind === kind).flatMap((one) => (one.values ? [one.values] : []));
  expect(valuesOf('deviations')).toEqual([{ baselineWeeks: 4, deviations: 0, unexplained: 0 }]);
  expect(valuesOf('paging-route')).toEqual([{ alertmanagers: 1 }, { alertmanagers: 1, integrations: 1 }, { onCallDays: 14 }]);
  expect(valuesOf('rollbacks')).toMatchObject([{ rollbacks: 1 }]);
});

// The library's benchmarks are known from its reports alone, which are not recorded.
test.each([
  ['checkout', 2, 3],
  ['payment-gateway', 3, 0],
  ['storefront', 1, 4],
  ['invoice-batch', 1, 6],
  ['wallet-app', 0, 7],
  ['money', 0, 2],
])('%s is on step %i, and the sources leave %i checks unknown', async (name, step, unknown) => {
  const { manifest, evidence, failures } = await ask(name);
  expect(failures).toEqual([]);
  const assessment = assess(modelForKind(manifest.service.kind), manifest.service, evidence, { now: new Date(now) });
  expect(assessment.step).toBe(step);
  const open = assessment.findings.filter(({ outcome }) => outcome === 'unknown').map(({ check }) => check);
  expect(open.length, open.join(', ')).toBe(unknown);
});

test('checkout alone has an SLO too early', async () => {
  const { manifest, evidence } = await ask('checkout');
  const { premature } = assess(modelForKind('backend'), manifest.service, evidence, { now: new Date(now) });
  expect(premature.map(({ check }) => check)).toContain('slo-after-stability');
});

test('what was never asked has no answer', () => {
  expect(recordings.answer({ method: 'GET', path: 'prometheus/api/v1/labels', parameters: '' }, 0)).toBeUndefined();
});
