import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { whoListens } from './portal-url.mjs';

test('a port that somebody has is told, with what to do', async () => {
  const other = createServer();
  await new Promise((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address();
  expect(await whoListens(port)).toMatch(new RegExp(`^Port ${port} is taken: .* End the program`));
  await new Promise((resolve) => other.close(resolve));
  expect(await whoListens(port)).toBeUndefined();
});
