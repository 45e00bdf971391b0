import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { filterByName } from './filter-by-name.ts';
import type { NameFilters } from './filter-by-name.ts';

const inlined = 'main;serve@http.go:1 > route@route.go:2 > match@route.go:3;alloc';
const stacks = ['main;parse;alloc 1', 'main;render;alloc 2', 'main;write 4', `${inlined} 8`, 'libc.so!start;libc.so!0x10 16'];

test.each<[string, NameFilters, string[]]>([
  ['focus keeps samples with a matching frame', { focus: /parse|write/ }, ['main;parse;alloc 1', 'main;write 4']],
  ['focus is unanchored', { focus: /^wri/ }, ['main;write 4']],
  ['focus looks at inlined frames', { focus: /match/ }, [`${inlined} 8`]],
  ['focus looks at source files', { focus: /http\.go/ }, [`${inlined} 8`]],
  ['focus looks at mapping files', { focus: /libc/ }, ['libc.so!start;libc.so!0x10 16']],
  ['focus on nothing', { focus: /nowhere/ }, []],
  ['ignore leaves out samples with a matching frame', { ignore: /alloc|libc/ }, ['main;write 4']],
  ['ignore wins over focus', { focus: /alloc/, ignore: /render|route/ }, ['main;parse;alloc 1']],
  ['ignore of everything', { ignore: /./ }, []],
  [
    'hide takes frames out',
    { hide: /^main$|alloc/ },
    [
      'parse 1',
      'render 2',
      'write 4',
      'serve@http.go:1 > route@route.go:2 > match@route.go:3 8',
      'libc.so!start;libc.so!0x10 16',
    ],
  ],
  [
    'hide takes single inlined frames out',
    { focus: /match/, hide: /^route$/ },
    ['main;serve@http.go:1 > match@route.go:3;alloc 8'],
  ],
  ['hide by file', { focus: /match/, hide: /route\.go/ }, ['main;serve@http.go:1;alloc 8']],
  ['hide by mapping takes frames without a function out too', { hide: /libc/, ignore: /parse|render|match/ }, ['main;write 4']],
  ['hide of a whole sample', { hide: /main|write/, ignore: /alloc/ }, ['libc.so!start;libc.so!0x10 16']],
  ['show takes all other frames out', { show: /^main$|parse/ }, ['main;parse 1', 'main 2', 'main 4', 'main 8']],
  ['show keeps single inlined frames', { show: /^route$/ }, ['route@route.go:2 8']],
  ['show by mapping keeps its frames, but none without a function', { show: /libc/ }, ['libc.so!start 16']],
  ['hide goes before show', { show: /parse|alloc/, hide: /alloc/ }, ['parse 1']],
  ['samples are chosen before frames are taken out', { focus: /parse/, hide: /parse/ }, ['main;alloc 1']],
  ['a hidden frame still makes its sample ignored', { ignore: /parse|match|libc/, hide: /main/ }, ['render;alloc 2', 'write 4']],
  ['no filter changes nothing', {}, stacks],
])('%s', (_, filters, expected) => {
  expect(show(filterByName(profileOf(...stacks), filters).profile)).toEqual(expected);
});

test.each<[string, NameFilters, object]>([
  [
    'all',
    { focus: /parse/, ignore: /write/, hide: /alloc/, show: /main/ },
    { focus: true, ignore: true, hide: true, show: true },
  ],
  ['none', { focus: /x/, ignore: /y/, hide: /z/, show: /q/ }, { focus: false, ignore: false, hide: false, show: false }],
  [
    'a focus that ignore takes away',
    { focus: /parse/, ignore: /parse/ },
    { focus: false, ignore: true, hide: false, show: false },
  ],
  ['a frame no sample has left', { focus: /parse/, hide: /write/ }, { focus: true, ignore: false, hide: true, show: false }],
  ['what hide has taken', { hide: /parse/, show: /parse/ }, { focus: true, ignore: false, hide: true, show: false }],
  ['nothing asked', {}, { focus: true, ignore: false, hide: false, show: false }],
])('tells what was matched: %s', (_, filters, matched) => {
  expect(filterByName(profileOf(...stacks), filters).matched).toEqual(matched);
});

test('samples without a stack are left out by any filter', () => {
  expect(show(filterByName(profileOf('(empty) 1', 'main 2'), { hide: /other/ }).profile)).toEqual(['main 2']);
});

test('emptied locations stay in the table, without lines', () => {
  const { locations } = filterByName(profileOf('main;parse 1'), { hide: /parse/ }).profile;
  expect(locations.length).toBe(2);
  expect([...locations.lineStart]).toEqual([0, 0, 1]);
});

test('the profile itself stays as it was', () => {
  const profile = profileOf(...stacks);
  filterByName(profile, { focus: /alloc/, hide: /route/ });
  expect(show(profile)).toEqual(stacks);
});
