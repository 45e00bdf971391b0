import { expect, test } from 'vitest';
import { matchFiles } from './match-files.ts';
import type { SideFunction } from './side-functions.ts';

/** Functions as text: `/src/a.js: get set`. */
function functions(...files: string[]): SideFunction[] {
  return files.flatMap((text) => {
    const [file = '', names = ''] = text.split(': ');
    return names.split(' ').map((name) => ({ name, file, startLine: 0, canonicalName: name, canonicalFile: file, family: name }));
  });
}

function show(matched: ReadonlyMap<string, string>): string[] {
  return [...matched].map(([from, to]) => `${from} = ${to}`).sort();
}

test('equal paths are the same file, whatever is in it', () => {
  expect(show(matchFiles(functions('/src/a.js: get'), functions('/src/a.js: set')))).toEqual(['/src/a.js = /src/a.js']);
});

test('sides built in different folders are matched by the end of the path', () => {
  const base = functions('/tmp/base/app/index.js: a', '/tmp/base/lib/index.js: b', '/tmp/base/lib/io.js: c');
  const head = functions('/checkout/lib/index.js: x', '/checkout/app/index.js: y', '/checkout/lib/io.js: z');
  expect(show(matchFiles(base, head))).toEqual([
    '/tmp/base/app/index.js = /checkout/app/index.js',
    '/tmp/base/lib/index.js = /checkout/lib/index.js',
    '/tmp/base/lib/io.js = /checkout/lib/io.js',
  ]);
});

test('a file that moved is known by its functions', () => {
  expect(show(matchFiles(functions('/old/get.js: get set has'), functions('/new/get.js: get set add')))).toEqual([
    '/old/get.js = /new/get.js',
  ]);
});

test('a file under another name is known by its functions', () => {
  const base = functions('/src/parse.js: parse digits get', '/src/main.js: main');
  const head = functions('/src/parser.js: parse digits set', '/src/main.js: main', '/src/other.js: digits');
  expect(show(matchFiles(base, head))).toEqual(['/src/main.js = /src/main.js', '/src/parse.js = /src/parser.js']);
});

test('files that have only their name in common are different', () => {
  expect(show(matchFiles(functions('/a/index.js: get set'), functions('/b/index.js: read write')))).toEqual([]);
});

test('of two candidates that are equally good neither is taken', () => {
  expect(show(matchFiles(functions('/x/a.js: get'), functions('/y/a.js: get', '/z/a.js: get')))).toEqual([]);
});
