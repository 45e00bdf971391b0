import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { scale } from './scale.ts';

const heap = { sampleTypes: 'objects/count space/bytes' };

test('multiplies all values by one ratio', () => {
  expect(show(scale(profileOf(heap, 'main 1 100', 'main;parse 2 300'), 0.5))).toEqual(['main 1 50', 'main;parse 1 150']);
});

test('multiplies each column by its own ratio', () => {
  expect(show(scale(profileOf(heap, 'main 1 100', 'main;parse 2 300'), [3, 0.1]))).toEqual(['main 3 10', 'main;parse 6 30']);
});

test('leaves out samples that end up without a value', () => {
  expect(show(scale(profileOf(heap, 'main 1 100', 'main;parse 0 2'), 0.1))).toEqual(['main 0 10']);
});

test('a column with a ratio of 1 does not keep a sample', () => {
  expect(show(scale(profileOf(heap, 'main 7 100', 'main;parse 5 0', 'main;write 5 2'), [1, 0.1]))).toEqual(['main 7 10']);
});

test('rounds halves away from zero', () => {
  const profile = profileOf('a 1', 'b 3', 'c -1', 'd -3', 'e -5', 'f 0');
  expect(show(scale(profile, 0.5))).toEqual(['a 1', 'b 2', 'c -1', 'd -2', 'e -3']);
});

test('negates without making a minus zero', () => {
  expect(show(scale(profileOf(heap, 'main 0 3', 'main;parse -2 0', 'gone 0 0'), -1))).toEqual(['main 0 -3', 'main;parse 2 0']);
  expect(show(scale(profileOf(heap, 'main -1 3'), [0.1, 1.1]))).toEqual(['main 0 3']);
});

test('a ratio of 1 changes nothing, and keeps samples without a value', () => {
  const profile = profileOf(heap, 'main 1 100', 'main;parse 0 0');
  expect(scale(profile, 1)).toBe(profile);
  expect(scale(profile, [1, 1])).toBe(profile);
});

test('the profile itself stays as it was', () => {
  const profile = profileOf('main 3');
  scale(profile, 2);
  expect(show(profile)).toEqual(['main 3']);
});

test('refuses a wrong number of ratios and values that a number cannot hold', () => {
  expect(() => scale(profileOf(heap), [1])).toThrow(expect.objectContaining({ code: 'incompatible' }));
  const profile = profileOf('main 9007199254740991');
  expect(() => scale(profile, 2)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  expect(() => scale(profile, Number.POSITIVE_INFINITY)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
});
