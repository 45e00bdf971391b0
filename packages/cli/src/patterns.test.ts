import { expect, test } from 'vitest';
import { loadCompile } from './patterns.ts';

test.each([
  ['parse', 'main.parse', true],
  ['parse', 'main.Parse', false],
  ['', 'anything', true],
  ['a b', 'xa by', true],
  ['^main', 'main.go', true],
  ['^main', 'xmain', false],
  ['(?i)PARSE', 'main.Parse', true],
  ['\\Q.(*T)\\E', 'main.(*T).f', true],
  ['a.c', 'a\nc', false],
  ['[[:upper:]]{2}', 'maIN', true],
  ['\\p{Greek}', 'αβγ', true],
  ['^.$', '😀', true],
  ['\\bgo\\b', 'a go b', true],
])('%j on %j', async (source, text, matches) => {
  const compile = await loadCompile([source]);
  expect(compile(source).test(text)).toBe(matches);
  // Answers do not depend on what was asked before.
  expect(compile(source).test(text)).toBe(matches);
});

test('plain patterns and others go together', async () => {
  const compile = await loadCompile([undefined, 'parse', 'a.c']);
  expect([compile('parse').test('parse'), compile('a.c').test('abc'), compile('parse').test('pars')]).toEqual([
    true,
    true,
    false,
  ]);
});

test.each(['(', 'a**', '(?=x)', '\\8', '[z-a]'])('%s is refused as Go refuses it', async (source) => {
  const compile = await loadCompile([source]);
  expect(() => compile(source)).toThrow(/^error parsing regexp: /);
});

test('a pattern that takes other engines years is no trouble', async () => {
  const source = '^(a+)+$';
  const compile = await loadCompile([source]);
  expect(compile(source).test(`${'a'.repeat(50_000)}b`)).toBe(false);
});
