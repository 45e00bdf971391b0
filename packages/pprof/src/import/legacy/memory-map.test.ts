import { expect, test } from 'vitest';
import { TextLines } from '../text-lines.ts';
import { findMemoryMap, readMemoryMap } from './memory-map.ts';

const linesOf = (...lines: string[]) => new TextLines(new TextEncoder().encode(lines.join('\n')));
const files = (...lines: string[]) => readMemoryMap(linesOf(...lines)).map(({ file }) => file);

test('reads mappings that can be executed, passes over the rest', () => {
  expect(files('10-20 r-xp 0 00:00 1 /app', '20-30 rw-p 0 00:00 1 /data', 'What is this?', '30-40: /lib')).toEqual([
    '/app',
    '/lib',
  ]);
});

test('replaces variables that were defined before', () => {
  expect(files('10-20: $build/a', 'build = /x/y', '20-30: $build/b$build')).toEqual(['$build/a', '/x/y/b/x/y']);
});

test('the first definition counts, also where two names fit', () => {
  expect(files('b=1', 'build=2', 'b=3', '10-20: $build')).toEqual(['1uild']);
  expect(files('build=2', 'b=1', '10-20: $build')).toEqual(['2']);
});

test('lines may come through a logger', () => {
  expect(files('I0102 03:04:05 server.cc:123] 10-20: /app')).toEqual(['/app']);
});

test('stands behind its announcement', () => {
  const text = ['1 @ 0x11', '10-20: /no', '--- Memory map: ---', '10-20: /app'];
  expect(findMemoryMap(linesOf(...text)).map(({ file }) => file)).toEqual(['/app']);
  expect(findMemoryMap(linesOf('MAPPED_LIBRARIES:', '10-20: /app'))).toHaveLength(1);
  expect(findMemoryMap(linesOf('10-20: /app'))).toEqual([]);
});

test('variables that grow by each other are stopped', () => {
  const names = [...'abcdefghijklmnopqrstuvwxyz'];
  const lines = names.map((name, i) => (i === 0 ? 'a=xxxxxxxxxx' : `${name}=$${names[i - 1]}$${names[i - 1]}`));
  expect(() => readMemoryMap(linesOf(...lines))).toThrowError(expect.objectContaining({ code: 'too-large' }));
});
