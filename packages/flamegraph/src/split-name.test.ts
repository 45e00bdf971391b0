import { expect, test } from 'vitest';
import { packageOf, shortenings, splitName } from './split-name.ts';

test.each([
  ['encoding/json.(*decodeState).literalStore', 'encoding/json.', '(*decodeState).literalStore'],
  ['runtime.mallocgc', 'runtime.', 'mallocgc'],
  ['github.com/a/b.v2/c.Do[go.shape.int]', 'github.com/a/b.v2/c.', 'Do[go.shape.int]'],
  ['main.run.func1', 'main.', 'run.func1'],
  ['std::vector<std::string>::push_back(std::string const&)', 'std::vector<std::string>::', 'push_back(std::string const&)'],
  ['<alloc::vec::Vec<T> as core::ops::Drop>::drop', '<alloc::vec::Vec<T> as core::ops::Drop>::', 'drop'],
  ['operator new(unsigned long)', '', 'operator new(unsigned long)'],
  ['__libc_start_main', '', '__libc_start_main'],
  ['.text', '', '.text'],
  ['', '', ''],
  ['a.', '', 'a.'],
  ['f(((', '', 'f((('],
])('%s is split where its package ends', (name, prefix, rest) => {
  expect(splitName(name)).toEqual({ prefix, function: rest });
});

test('is shortened by its package, then by its receiver', () => {
  const short = (name: string) => shortenings(name).map((form) => form.prefix + form.function);
  expect(short('encoding/json.(*decodeState).literalStore')).toEqual([
    'encoding/json.(*decodeState).literalStore',
    '(*decodeState).literalStore',
    'literalStore',
  ]);
  expect(short('main.run.func1')).toEqual(['main.run.func1', 'run.func1']);
  expect(short('testing.(*B).RunParallel.func1')).toEqual([
    'testing.(*B).RunParallel.func1',
    '(*B).RunParallel.func1',
    'RunParallel.func1',
  ]);
  expect(short('main.run.func1.2')).toEqual(['main.run.func1.2', 'run.func1.2']);
  expect(short('memmove')).toEqual(['memmove']);
});

test('is coloured by its package, or by itself without one', () => {
  expect(packageOf('encoding/json.Unmarshal')).toBe('encoding/json.');
  expect(packageOf('memmove')).toBe('memmove');
});
