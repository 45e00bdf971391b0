import { ConfigReader } from '@backstage/config';
import { expect, test } from 'vitest';
import { readOptions } from './read-options.ts';

const GIVEN = { audience: 'https://portal.example.com', ownerIds: [4711] };

test('what is not given', () => {
  expect(readOptions(new ConfigReader(GIVEN))).toMatchObject({
    issuer: 'https://token.actions.githubusercontent.com',
    audience: ['https://portal.example.com'],
    ownerIds: ['4711'],
    repositories: [],
    refs: [],
  });
});

test('GitHub Enterprise Server', () => {
  const issuer = 'https://github.example.com/_services/token';
  expect(readOptions(new ConfigReader({ ...GIVEN, issuer: `${issuer}/` })).issuer).toBe(issuer);
});

test.each([
  [{ ownerIds: [4711] }, 'audience is missing'],
  [{ audience: 'https://portal.example.com' }, 'give ownerIds or repositories'],
  [{ ...GIVEN, repositories: ['*'] }, "'*' is none; write owner/name or owner/*"],
  [{ ...GIVEN, repositories: ['*/*'] }, "'*/*' is none"],
  [{ ...GIVEN, issuer: 'http://issuer.example.com' }, 'is no https URL'],
  [{ ...GIVEN, issuer: 'token.actions.githubusercontent.com' }, 'is no https URL'],
  [{ ...GIVEN, ownerIds: [{}] }, 'ownerIds holds something'],
])('faults are named: %j', (options, message) => {
  expect(() => readOptions(new ConfigReader(options as never))).toThrow(message);
});
