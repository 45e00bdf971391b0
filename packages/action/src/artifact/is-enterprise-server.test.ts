import { expect, test } from 'vitest';
import { isEnterpriseServer } from './is-enterprise-server.ts';

test.each([
  ['https://github.com', false],
  ['https://acme.ghe.com', false],
  ['https://GitHub.com/', false],
  ['https://github.acme.example', true],
  ['https://notgithub.com', true],
])('%s is a company’s own server: %j', (url, isOwn) => {
  expect(isEnterpriseServer(url)).toBe(isOwn);
});
