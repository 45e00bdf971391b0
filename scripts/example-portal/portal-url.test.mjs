import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { whoListens } from './portal-url.mjs';

const running = [];
afterEach(() => running.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));

async function listening(server) {
  running.push(server);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server.address().port;
}

test('a port that somebody has is told, with what to do', async () => {
  const port = await listening(createServer((socket) => socket.end()));
  expect(await whoListens(port)).toMatch(new RegExp(`^Port ${port} is taken by .*\\. End it, and run this again\\.$`));
});

test('a portal that runs already is told as such', async () => {
  const port = await listening(
    createHttpServer((_, response) => response.setHeader('content-type', 'application/json').end('{"status":"ok"}')),
  );
  expect(await whoListens(port)).toMatch(/a portal is running already, .* Open http:\/\/localhost:\d+, or end it/);
});

test('of a free port nothing is told', async () => {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => running.pop().close(resolve));
  expect(await whoListens(port)).toBeUndefined();
});
