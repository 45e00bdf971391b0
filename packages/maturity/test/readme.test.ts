import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as maturity from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [judge, evidence] = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);
const [override] = [...readme.matchAll(/^```yaml\n(.*?)^```/gms)].map(([, code]) => code);

const manifest = `apiVersion: flamestep.io/v1
kind: Service
metadata: { name: checkout }
spec: { kind: backend, tier: 2 }
`;

test('the example prints what it says', () => {
  const printed: string[] = [];
  const names = { ...maturity, manifest, console: { log: (...values: unknown[]) => printed.push(values.join(' ')) } };
  const body = evidence + judge.replace(/^import .*$/gm, '');
  new Function(...Object.keys(names), body)(...Object.values(names));
  expect(printed).toEqual([...judge.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text));
});

test('the model of the example can be read', () => {
  expect(maturity.readModel(override)).toMatchObject({ id: 'acme', comparable: true });
});

test('every function it names is exported', () => {
  const table = readme.slice(readme.indexOf('## What there is'), readme.indexOf('## The rules'));
  const named = [...table.matchAll(/`([a-zA-Z_]+)`/g)].map(([, name]) => name);
  expect(named.filter((name) => !(name in maturity))).toEqual([]);
});
