import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { pruneFrom } from './prune-from.ts';

test.each([
  ['the leaf', /^alloc$/, ['main;b;c;b;alloc 1', 'main;d 2']],
  ['a frame that recurs is found from the leaf', /^b$/, ['main;b;c;b 1', 'main;d 2']],
  ['the root', /^main$/, ['main 1', 'main 2']],
  ['one of two', /^c$|^main$/, ['main;b;c 1', 'main 2']],
  ['nothing', /nowhere/, ['main;b;c;b;alloc 1', 'main;d 2']],
])('takes off what the match calls: %s', (_, pattern, expected) => {
  expect(show(pruneFrom(profileOf('main;b;c;b;alloc 1', 'main;d 2'), pattern))).toEqual(expected);
});

test('takes off what is inlined into the innermost match', () => {
  const profile = profileOf('main;serve > route > serve > match;alloc 1');
  expect(show(pruneFrom(profile, /serve/))).toEqual(['main;serve > route > serve 1']);
});

test('a location is cut wherever it stands', () => {
  const profile = profileOf('outer > inner;outer 1', 'outer;outer > inner 2');
  expect(show(pruneFrom(profile, /outer/))).toEqual(['outer;outer 1', 'outer;outer 2']);
});

test('looks at names without arguments, not at files', () => {
  const profile = profileOf('main;.f(std::string);g 1', 'main;h@f.cc:1;g 2');
  expect(show(pruneFrom(profile, /^f$/))).toEqual(['main;.f(std::string) 1', 'main;h@f.cc:1;g 2']);
  expect(pruneFrom(profile, /string/)).toBe(profile);
});
