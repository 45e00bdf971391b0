import { afterAll, beforeAll, expect, test } from 'vitest';
import { type LocalIssuer, startIssuer } from './local-issuer.ts';
import { type Ask, AUDIENCE, startPortal } from './portal.ts';

const CHECKOUT = { repository: 'shop/checkout' };
let issuer: LocalIssuer;
let stranger: LocalIssuer;
let portal: { ask: Ask; stop(): Promise<void> };

beforeAll(async () => {
  [issuer, stranger] = [await startIssuer(), await startIssuer()];
  portal = await startPortal({ issuer: issuer.url, audience: AUDIENCE, ownerIds: [4711], repositories: ['Shop/*'] });
});
afterAll(async () => {
  await portal.stop();
  await Promise.all([issuer.close(), stranger.close()]);
});

test('a workflow on main is who its token says', async () => {
  const { status, body } = await portal.ask(issuer.issue({ repository: 'Shop/Checkout' }, AUDIENCE));
  expect(status).toBe(200);
  expect(body).toMatchObject({ reporter: { repository: 'shop/checkout', event: 'push', ref: 'refs/heads/main' } });
  expect(body).toMatchObject({ subject: expect.stringMatching(/^github-actions:shop\/checkout\?/) });
});

test('a workflow of a pull request says so', async () => {
  const { body } = await portal.ask(await issuer.sign(claims({ event_name: 'pull_request', ref: 'refs/pull/7/merge' })));
  expect(body).toMatchObject({ reporter: { event: 'pull_request', ref: 'refs/pull/7/merge' } });
});

const refused: [string, () => string | Promise<string>][] = [
  ['another issuer', () => stranger.issue(CHECKOUT, AUDIENCE)],
  ['another issuer that calls itself ours', () => stranger.sign(claims({ iss: issuer.url }))],
  ['another audience', () => issuer.issue(CHECKOUT, 'https://github.com/shop')],
  ['no audience', () => issuer.sign(claims({ aud: undefined }))],
  ['expired', () => issuer.issue(CHECKOUT, AUDIENCE, Date.now() / 1000 - 3600)],
  ['not valid yet', () => issuer.issue(CHECKOUT, AUDIENCE, Date.now() / 1000 + 3600)],
  ['without an end', () => unsigned({ alg: 'RS256' }, claims({}))],
  ['alg none', () => unsigned({ alg: 'none' }, { ...claims({}), exp: Date.now() / 1000 + 300, iat: Date.now() / 1000 })],
  ['a key that nobody published', () => issuer.sign(claims({}), 'unknown')],
  [
    'changed on the way',
    () => issuer.issue(CHECKOUT, AUDIENCE).replace(/\.[^.]+\./, `.${part(claims({ repository: 'shop/other' }))}.`),
  ],
  ['another repository', () => issuer.issue({ repository: 'mallory/checkout' }, AUDIENCE)],
  ['the same name, taken by another account', () => issuer.issue({ ...CHECKOUT, ownerId: 666 }, AUDIENCE)],
  ['an owner that is not of the repository', () => issuer.sign(claims({ repository_owner: 'mallory' }))],
  ['no repository', () => issuer.sign(claims({ repository: undefined }))],
  ['no id of the owner', () => issuer.sign(claims({ repository_owner_id: undefined }))],
  ['a pull request from a fork', () => issuer.sign(claims({ event_name: 'pull_request_target' }))],
  [
    'a pull request from a fork, run there',
    () => issuer.issue({ repository: 'mallory/checkout', ownerId: 666, event: 'pull_request' }, AUDIENCE),
  ],
  ['a pull request that calls itself main', () => issuer.issue({ ...CHECKOUT, event: 'pull_request' }, AUDIENCE)],
  ['a push that comes from a pull request', () => issuer.sign(claims({ ref: 'refs/pull/7/merge' }))],
  ['no event', () => issuer.sign(claims({ event_name: undefined }))],
  ['no ref', () => issuer.sign(claims({ ref: undefined }))],
  ['no token at all', () => 'shop/checkout'],
];

test.each(refused)('refused: %s', async (_, token) => {
  expect((await portal.ask(await token())).status).toBe(401);
});

test('another issuer is never asked for its keys', () => {
  expect(stranger.asked()).toBe(0);
});

test('only the refs and events that are allowed', async () => {
  const narrow = await startPortal({
    issuer: issuer.url,
    audience: [AUDIENCE],
    repositories: ['shop/checkout'],
    events: ['push'],
    refs: ['refs/heads/main', 'refs/tags/*'],
  });
  const statusOf = async (changed: Record<string, unknown>) => (await narrow.ask(await issuer.sign(claims(changed)))).status;
  expect(await statusOf({})).toBe(200);
  expect(await statusOf({ ref: 'refs/tags/v1' })).toBe(200);
  expect(await statusOf({ ref: 'refs/heads/try' })).toBe(401);
  expect(await statusOf({ event_name: 'schedule' })).toBe(401);
  expect(await statusOf({ repository: 'shop/other' })).toBe(401);
  await narrow.stop();
});

test('while the issuer is down the sender is told to come again', async () => {
  const down = await startIssuer();
  const waiting = await startPortal({ issuer: down.url, audience: AUDIENCE, ownerIds: [4711] });
  down.up = false;
  expect((await waiting.ask(down.issue(CHECKOUT, AUDIENCE))).status).toBe(503);
  down.up = true;
  expect((await waiting.ask(down.issue(CHECKOUT, AUDIENCE))).status).toBe(200);
  await waiting.stop();
  await down.close();
});

function claims(changed: Record<string, unknown>): Record<string, unknown> {
  return {
    iss: issuer.url,
    aud: AUDIENCE,
    repository: 'shop/checkout',
    repository_owner: 'shop',
    repository_owner_id: '4711',
    event_name: 'push',
    ref: 'refs/heads/main',
    ...changed,
  };
}

function unsigned(header: object, payload: object): string {
  return `${part(header)}.${part(payload)}.`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
