import { expect, test } from 'vitest';
import { baseName, cleanPath } from './source-path.ts';

test.each([
  ['', '.'],
  ['/', '/'],
  ['a//b/./c/', 'a/b/c'],
  ['a/../b', 'b'],
  ['../../a', '../../a'],
  ['/../a', '/a'],
  ['a/b/../../..', '..'],
])('cleans %j to %j', (path, cleaned) => {
  expect(cleanPath(path)).toBe(cleaned);
});

test.each([
  ['', '.'],
  ['//', '/'],
  ['/path/to/program', 'program'],
  ['program', 'program'],
  ['dir///', 'dir'],
])('the base name of %j is %j', (path, base) => {
  expect(baseName(path)).toBe(base);
});
