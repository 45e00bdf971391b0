import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { hasTest, namedTests } from './named-tests.mjs';

const root = new URL('../../', import.meta.url);
const policy = readFileSync(new URL('SECURITY.md', root), 'utf8').replaceAll('\r\n', '\n');
const inputs = policy
  .slice(policy.indexOf('\n| Input |'))
  .split('\n\n')[0]
  .split('\n')
  .filter((line) => line.startsWith('| **'));

test.each(namedTests(policy))('SECURITY.md names a test that there is: $title', ({ title, path }) => {
  expect(existsSync(new URL(path, root)), path).toBe(true);
  expect(hasTest(readFileSync(new URL(path, root), 'utf8'), title), `${path} has no test '${title}'`).toBe(true);
});

test.each(inputs.map((row) => [/\*\*(.+?)\*\*/.exec(row)[1], row]))('an input that nobody can trust has a test: %s', (_, row) => {
  expect(namedTests(row)).not.toEqual([]);
});

test('the inputs are found', () => expect(inputs.length).toBeGreaterThan(20));

test('a title is found where it is one, also in a table or on a line of its own, and nowhere else', () => {
  expect(hasTest("test('a', () => {})", 'a')).toBe(true);
  expect(hasTest("])('a %s', (x) => {})", 'a %s')).toBe(true);
  expect(hasTest("test.each(all)(\n  'a',\n", 'a')).toBe(true);
  expect(hasTest("test('ab', () => {})", 'a')).toBe(false);
  expect(hasTest("// test a, and 'a'", 'a')).toBe(false);
});
