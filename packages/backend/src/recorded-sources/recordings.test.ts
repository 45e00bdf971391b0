import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { collect } from '@flamestep/collect';
import { readService } from '@flamestep/maturity';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readRequest } from './read-request.ts';
import { readRecordings } from './recordings.ts';

const file = fileURLToPath(new URL('../../../../fixtures/example-services/answers.jsonl.gz', import.meta.url));
const service = (name: string) => readService(readFileSync(new URL(`../../services/${name}.yaml`, import.meta.url), 'utf8'));

test('what was recorded answers the collectors at any later time', async () => {
  const recordings = readRecordings(file);
  const now = Date.parse('2031-05-06T07:08:09.123Z');
  const server = createServer(async (request, response) => {
    const answer = recordings.answer(await readRequest(request), now);
    response.writeHead(answer?.status ?? 404, { 'content-type': answer?.contentType ?? 'text/plain' }).end(answer?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { evidence, failures } = await collect(
    service('payment-gateway'),
    [
      { type: 'prometheus', url: `${url}/prometheus` },
      { type: 'github', url: `${url}/github`, repository: 'shop/payment-gateway' },
      { type: 'calendar', url: `${url}/calendar/on-call.ics` },
    ],
    { now: new Date(now) },
  );
  server.close();
  expect(failures).toEqual([]);
  const valuesOf = (kind: string) => evidence.filter((one) => one.kind === kind).map(({ values }) => values);
  expect(valuesOf('deviations')).toEqual([{ baselineWeeks: 4, deviations: 0, unexplained: 0 }]);
  expect(valuesOf('paging-route')).toEqual([{ alertmanagers: 1 }, { onCallDays: 14 }]);
  expect(valuesOf('rollbacks')).toMatchObject([{ rollbacks: 1 }]);
});

test('what was never asked has no answer', () => {
  expect(readRecordings(file).answer({ method: 'GET', path: 'prometheus/api/v1/labels', parameters: '' }, 0)).toBeUndefined();
});
