import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as pprof from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [compare, mergeRuns, catchError] = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);

const fixture = (file: string) => readFileSync(new URL(`../../../fixtures/json-unmarshal/${file}`, import.meta.url));

/** Runs an example as a function body, with its imports given, and returns what it prints, a line for each call. */
function run(example: string, given: Record<string, unknown> = {}): string[] {
  const printed: string[] = [];
  const body = example.replace(/^import .*$/gm, '');
  const names = { ...pprof, ...given, console: { log: (...values: unknown[]) => printed.push(values.join(' ')) } };
  new Function(...Object.keys(names), body)(...Object.values(names));
  return printed;
}

/** What the comments of an example say that it prints. */
function promised(example: string): string[] {
  return [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
}

test('the comparison prints what it says', () => {
  expect(promised(compare)).toHaveLength(1);
  expect(run(compare, { readFileSync: fixture })).toEqual(promised(compare));
});

test('runs are merged, shown and written', () => {
  const [table] = run(mergeRuns, { runs: [fixture('base.pb.gz'), fixture('slow-literal.pb.gz')] });
  expect(table).toContain('Showing top 5 nodes out of');
});

test('the error is the one it says', () => {
  expect(promised(catchError)).toHaveLength(1);
  expect(run(catchError)).toEqual(promised(catchError));
});

test('every function it names is exported', () => {
  const exported = new Set(Object.keys(pprof));
  const table = readme.slice(readme.indexOf('## What there is'), readme.indexOf('The reports take'));
  const named = [...table.matchAll(/`([a-zA-Z]+)`/g)].map(([, name]) => name).filter((name) => name !== 'diffBase');
  expect(named.filter((name) => !exported.has(name))).toEqual([]);
});
