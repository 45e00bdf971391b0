import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { showFrom } from './show-from.ts';

test.each([
  ['the root', /^main$/, ['main;b;c;b 1', 'main;d 2']],
  ['a frame that recurs is cut at its highest place', /^b$/, ['b;c;b 1']],
  ['one of two', /^c$|^d$/, ['c;b 1', 'd 2']],
  ['the leaf', /^d$/, ['d 2']],
  ['everything', /./, ['main;b;c;b 1', 'main;d 2']],
])('cuts above the match: %s', (_, pattern, expected) => {
  const result = showFrom(profileOf('main;b;c;b 1', 'main;d 2'), pattern);
  expect(show(result.profile)).toEqual(expected);
  expect(result.matched).toBe(true);
});

test('nothing matches', () => {
  const result = showFrom(profileOf('main;b 1', '(empty) 2'), /nowhere/);
  expect(show(result.profile)).toEqual([]);
  expect(result.matched).toBe(false);
});

test('matches files of functions and of mappings', () => {
  const profile = profileOf('main;serve@http.go:3;parse 1', 'main;libc.so!start;libc.so!0x10 2', 'main;write 4');
  expect(show(showFrom(profile, /http\.go/).profile)).toEqual(['serve@http.go:3;parse 1']);
  expect(show(showFrom(profile, /libc/).profile)).toEqual(['libc.so!start;libc.so!0x10 2']);
});

test('cuts inlined lines above the outermost match', () => {
  const profile = profileOf('main > serve > route > serve > match;alloc 1', 'main;alloc 2');
  expect(show(showFrom(profile, /route/).profile)).toEqual(['route > serve > match;alloc 1']);
  expect(show(showFrom(profile, /serve/).profile)).toEqual(['serve > route > serve > match;alloc 1']);
  expect(show(showFrom(profile, /match/).profile)).toEqual(['match;alloc 1']);
});

test('a matching mapping keeps all lines', () => {
  const profile = profileOf('main;app!outer > inner;leaf 1');
  expect(show(showFrom(profile, /app|inner/).profile)).toEqual(['app!outer > inner;leaf 1']);
});

test('a location is cut wherever it stands', () => {
  const profile = profileOf('start;outer > inner 1', 'inner;outer > inner 2');
  expect(show(showFrom(profile, /^inner$/).profile)).toEqual(['inner 1', 'inner;inner 2']);
});
