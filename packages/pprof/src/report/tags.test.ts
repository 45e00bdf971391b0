import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { renderTags } from './render-tags.ts';
import { tags } from './tags.ts';

const labelled = profileOf('a 5 {user=ann, bytes:2048}', 'b 20 {user=bob}', 'c -9 {user=ann, user=eve}', 'd 1');

test('sums samples by the values of each label', () => {
  expect(tags(labelled).tags).toEqual([
    { key: 'bytes', total: 5, values: [{ name: '2kB', total: 5 }] },
    {
      key: 'user',
      total: 7,
      values: [
        { name: 'bob', total: 20 },
        { name: 'eve', total: -9 },
        { name: 'ann', total: -4 },
      ],
    },
  ]);
});

test('writes the table of pprof', () => {
  expect(renderTags(tags(labelled))).toBe(
    [
      ' bytes: Total 5 of 35 (14.29%)',
      '        5 (14.29%): 2kB',
      '',
      ' user: Total 7 of 35 (20.00%)',
      '       20 (57.14%): bob',
      '       -9 (25.71%): eve',
      '       -4 (11.43%): ann',
      '',
      '',
    ].join('\n'),
  );
});

test('text and numeric labels of one key are one', () => {
  expect(tags(profileOf('a 1 {k=2kB}', 'b 2 {k:2048bytes}')).tags).toEqual([
    { key: 'k', total: 3, values: [{ name: '2kB', total: 3 }] },
  ]);
});

test('without a total there are no shares', () => {
  expect(renderTags(tags(profileOf('a 0 {k=v}')))).toBe(' k: Total 0 of 0\n    0: v\n\n');
});

test('a profile without labels gives nothing', () => {
  expect(renderTags(tags(profileOf('a 1')))).toBe('');
});

test('refuses sums past 2^53, which many values of a label can reach', () => {
  const profile = profileOf(`a ${Number.MAX_SAFE_INTEGER} {k=x, k=y}`);
  expect(() => tags(profile)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
});
