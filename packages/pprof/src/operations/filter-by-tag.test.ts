import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import type { Profile } from '../profile.ts';
import { filterByTag } from './filter-by-tag.ts';
import { numLabelUnits } from './num-label-units.ts';
import { parseTagFilter } from './parse-tag-filter.ts';

function filter(profile: Profile, text: string) {
  return parseTagFilter(text, (source) => new RegExp(source), numLabelUnits(profile).units);
}

/** Names of the samples that a filter matches. */
function matching(profile: Profile, text: string): string {
  return show(filterByTag(profile, { focus: filter(profile, text) }).profile)
    .map((line) => line.split(' ')[0])
    .join(' ');
}

const texts = profileOf(
  'a 1 {color=red, size=small}',
  'b 1 {color=red, color=blue}',
  'c 1 {color=blue, size=large}',
  'd 1 {shade=red}',
  'e 1 {bytes:32kb}',
  'f 1',
);

test.each([
  ['red', 'a b d'],
  ['color:red', 'a b'],
  ['^color', 'a b c'],
  ['blue$', 'b c'],
  ['red,blue', 'b'],
  ['red,size', 'a'],
  ['green,blue', ''],
  ['color=red', 'a b'],
  ['color=red,blue', 'a b c'],
  ['color=^r', 'a b'],
  ['size=l', 'a c'],
  ['size=:l', ''],
  ['shape=red', ''],
  ['=red', 'a b d'],
  ['', 'a b c d'],
])('text filter %j matches %j', (text, names) => {
  expect(matching(texts, text)).toBe(names);
});

const sizes = profileOf(
  'a 1 {bytes:16kb}',
  'b 1 {bytes:32kb, bytes:1kb}',
  'c 1 {bytes:64kb}',
  'd 1 {wait:32ms}',
  'e 1 {bytes:-16kb}',
  'f 1 {wait:33}',
  'g 1 {color=32kb}',
);

test.each([
  ['32kb', 'b'],
  ['32768b', 'b'],
  ['32KB', 'b'],
  [':16kb', 'a b e'],
  ['16384b:', 'a b c'],
  ['16kb:32kb', 'a b'],
  ['10kb:1mb', 'a b c'],
  ['64kb:16kb', ''],
  ['-20kb:0kb', 'e'],
  ['+64kb', 'c'],
  ['32ms', 'd'],
  ['32ms:1s', 'd f'],
  ['0.032s', ''],
  ['32000us:', 'd f'],
  ['bytes=32kb', 'b'],
  ['wait=32kb', ''],
  ['bytes=:1kb', 'b e'],
  ['color=32kb', ''],
])('range %j matches %j', (text, names) => {
  expect(matching(sizes, text)).toBe(names);
});

test.each(['32kb', ':32kb', '32kb:', '1kb:2mb', '32kb:64', 'bytes=1:2', '7'])('%j is a range', (text) => {
  expect(filter(sizes, text).isRange).toBe(true);
});

test.each(['kb', '32kb,64kb', '12kb:3ms', '1:2:3', '::1', 'x32', '32 kb', '1.5'])('%j is a pattern', (text) => {
  expect(filter(sizes, text).isRange).toBe(false);
});

test('a range without a unit matches only labels whose unit nobody knows', () => {
  const profile = profileOf('a 1 {bytes:32}', 'b 1 {items:32}', 'c 1 {items:33}');
  expect(matching(profile, '32')).toBe('b');
});

test('a label whose unit nobody knows is taken to be in the unit of the range', () => {
  const profile = profileOf('a 1 {bytes:32kb}', 'b 1 {items:32}', 'c 1 {items:33}');
  expect(matching(profile, '32kb')).toBe('a b');
  expect(matching(profile, '31ms:33ms')).toBe('b c');
});

test('a value takes the unit of its key, even if it has another', () => {
  const profile = profileOf('a 1 {bytes:32kb}', 'b 1 {bytes:32mb}');
  expect(matching(profile, '32kb')).toBe('a b');
});

test('ignore leaves out what it matches, and wins over focus', () => {
  const kept = filterByTag(texts, { focus: filter(texts, 'color'), ignore: filter(texts, 'blue') });
  expect(show(kept.profile)).toEqual(['a 1 {color=red, size=small}']);
  expect(kept.matched).toEqual({ focus: true, ignore: true });
});

test('tells what was matched', () => {
  expect(filterByTag(texts, { focus: filter(texts, 'green') }).matched).toEqual({ focus: false, ignore: false });
  expect(filterByTag(texts, { ignore: filter(texts, 'green') }).matched).toEqual({ focus: true, ignore: false });
  expect(filterByTag(profileOf(), {}).matched).toEqual({ focus: false, ignore: false });
});

test('refuses numbers past 64 bits and bad patterns', () => {
  expect(() => filter(sizes, '99999999999999999999')).toThrow(expect.objectContaining({ code: 'incompatible' }));
  expect(() => filter(sizes, '(')).toThrow(SyntaxError);
});
