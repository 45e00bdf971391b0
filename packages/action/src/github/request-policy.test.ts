import { expect, test } from 'vitest';
import { createRequestPolicy, MOST_REQUESTS } from './request-policy.ts';

/** What is said, in turn, and how long the policy waited in between. */
async function ask(...answers: readonly unknown[]) {
  const [left, waits]: [unknown[], number[]] = [[...answers], []];
  const send = createRequestPolicy(async (milliseconds) => void waits.push(milliseconds));
  const said = await send(async () => {
    const next = left.shift();
    if (next instanceof Error) throw next;
    return next;
  }, {}).catch((error: Error) => error.message);
  return { said, waits };
}

const failure = (status: number, headers = {}) => Object.assign(new Error(`said ${status}`), { status, response: { headers } });
const good = { status: 200, data: [1] };

test('asks again after an outage and after a lost connection, at most twice', async () => {
  expect(await ask(failure(502), new Error('ECONNRESET'), good)).toEqual({ said: good, waits: [500, 1500] });
  expect(await ask(failure(502), failure(502), failure(503), good)).toEqual({ said: 'said 503', waits: [500, 1500] });
});

test.each([
  ['of a list', { status: 200, data: '' }],
  ['of what was made', { status: 201, data: '' }],
  ['of an archive', { status: 200, data: new ArrayBuffer(0) }],
])('asks again where the answer %s was cut', async (_, cut) => {
  expect(await ask(cut, good)).toEqual({ said: good, waits: [500] });
  expect(await ask(cut, cut, cut)).toMatchObject({ said: 'the connection was lost in the middle of an answer' });
});

test('takes an answer that has nothing to say for what it is', async () => {
  const deleted = { status: 204, data: '' };
  expect(await ask(deleted)).toEqual({ said: deleted, waits: [] });
});

test('waits once as long as a limit asks for, if that is not too long', async () => {
  expect(await ask(failure(403, { 'retry-after': '7' }), good)).toEqual({ said: good, waits: [7000] });
  expect(await ask(failure(429, { 'retry-after': '1' }), failure(429, { 'retry-after': '1' }))).toMatchObject({ waits: [1000] });
  expect(await ask(failure(403, { 'retry-after': '3600' }))).toEqual({ said: 'said 403', waits: [] });
});

test.each([401, 403, 404, 422])('never asks again after %d', async (status) => {
  expect(await ask(failure(status), good)).toEqual({ said: `said ${status}`, waits: [] });
});

test('sends no more requests than a run may', async () => {
  const send = createRequestPolicy(async () => {});
  for (let i = 0; i < MOST_REQUESTS; i++) await send(async () => good, {});
  await expect(send(async () => good, {})).rejects.toThrow('enough for one run');
});
