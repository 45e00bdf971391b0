import { readFileSync } from 'node:fs';
import { ConfigReader } from '@backstage/config';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readOptions } from '../src/read-options.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [example = ''] = [...readme.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, code]) => code ?? '');

test('the configuration in the README can be read', () => {
  const [access] = new ConfigReader(parse(example)).getConfigArray('backend.auth.externalAccess');
  const options = readOptions(access!.getConfig('options'));
  expect(access!.getString('type')).toBe('github-actions');
  expect(options).toMatchObject({ audience: ['https://portal.example.com'], ownerIds: ['9919'] });
});

test('the README names every option', () => {
  const known = Object.keys(readOptions(new ConfigReader({ audience: 'https://portal.example.com', ownerIds: [1] })));
  const named = [...readme.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(known.toSorted());
});
