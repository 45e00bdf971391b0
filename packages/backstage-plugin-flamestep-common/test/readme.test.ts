import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as common from '../src/index.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');

test('the example prints what it says', () => {
  const [, example = ''] = /^```ts\n(.*?)^```/ms.exec(readme) ?? [];
  const promised = [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
  const printed: string[] = [];
  const names = { ...common, console: { log: (value: unknown) => printed.push(String(value)) } };
  new Function(...Object.keys(names), example.replace(/^import .*$/gm, ''))(...Object.values(names));
  expect(promised).toHaveLength(3);
  expect(printed).toEqual(promised);
});

test('the permissions are those that there are', () => {
  const named = [...readme.matchAll(/^\| `(flamestep\.[a-z]+\.[a-z]+)`/gm)].map(([, name]) => name);
  expect(named.sort()).toEqual(common.flamestepPermissions.map(({ name }) => name).sort());
});
