import { readFileSync } from 'node:fs';
import * as pprof from '@flamestep/pprof';
import { expect, test } from 'vitest';
import * as diff from '../src/index.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const [comparison, series] = [...readme.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code);

/** Runs an example as a function body, with its imports given, and returns what it prints, a line for each call. */
function run(example: string, given: Record<string, unknown> = {}): string[] {
  const printed: string[] = [];
  const body = example.replace(/^import .*$/gm, '');
  const names = { ...pprof, ...diff, ...given, console: { log: (...values: unknown[]) => printed.push(values.join(' ')) } };
  new Function(...Object.keys(names), body)(...Object.values(names));
  return printed;
}

/** What the comments of an example say that it prints. */
function promised(example: string): string[] {
  return [...example.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
}

const runs = (version: string) =>
  [1, 2, 3, 4, 5].map((number) => readFileSync(new URL(`../../../fixtures/changes/${version}/${number}.pb.gz`, import.meta.url)));

test('the comparison prints what it says', () => {
  expect(promised(comparison)).toHaveLength(1);
  expect(run(comparison, { baseFiles: runs('base'), headFiles: runs('faster') })).toEqual(promised(comparison));
});

test('the trend prints what it says', () => {
  expect(promised(series)).toHaveLength(1);
  expect(run(series)).toEqual(promised(series));
});

test('every function and error code it names is there', () => {
  const named = ['compare', 'trend', 'parseChangedFiles', 'isDiffError', 'DiffError'];
  expect(named.filter((name) => !readme.includes(`\`${name}`) && !readme.includes(`${name}(`))).toEqual([]);
  expect(named.filter((name) => !(name in diff))).toEqual([]);
});
