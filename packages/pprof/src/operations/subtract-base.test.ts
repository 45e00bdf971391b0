import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show, showSampleTypes } from '../../test/show.ts';
import { subtractBase } from './subtract-base.ts';

const before = ['main;parse;alloc 30', 'main;render 12', 'main;write 5'];
const after = ['main;render 14', 'main;parse;alloc 45', 'main;write 5'];

test('without a mark, equal stacks cancel out and unchanged ones vanish', () => {
  expect(show(subtractBase(profileOf(...after), profileOf(...before)))).toEqual(['main;render 2', 'main;parse;alloc 15']);
});

test('with a mark, both sides stay', () => {
  expect(show(subtractBase(profileOf(...after), profileOf(...before), { diffBase: true }))).toEqual([
    'main;render 14',
    'main;parse;alloc 45',
    'main;write 5',
    'main;parse;alloc -30 {pprof::base=true}',
    'main;render -12 {pprof::base=true}',
    'main;write -5 {pprof::base=true}',
  ]);
});

test('the mark joins the other labels of a sample, in the order of keys', () => {
  const base = profileOf('main 1 {zone=x, bytes:16}', 'main 2 {pprof::base=false}', 'main 4');
  expect(show(subtractBase(profileOf('main 8'), base, { diffBase: true }))).toEqual([
    'main 8',
    'main -1 {pprof::base=true, zone=x, bytes:16}',
    'main -6 {pprof::base=true}',
  ]);
});

test('a profile less itself is nothing', () => {
  const profile = profileOf({ sampleTypes: 'samples/count cpu/ns' }, 'main 1 10', 'main;parse 2 20 {user=a}');
  expect(show(subtractBase(profile, profile))).toEqual([]);
});

test('values whose sign turns never become a minus zero', () => {
  const types = { sampleTypes: 'samples/count cpu/ns' };
  expect(show(subtractBase(profileOf(types, 'main 0 1'), profileOf(types, 'main;parse 0 5')))).toEqual([
    'main 0 1',
    'main;parse 0 -5',
  ]);
});

test('normalizing scales the profile to the base, and keeps the base', () => {
  const twice = profileOf('main;parse;alloc 60', 'main;render 24', 'main;write 10');
  expect(show(subtractBase(twice, profileOf(...before), { normalize: true }))).toEqual([]);
  expect(show(subtractBase(profileOf('main;write 94'), profileOf(...before), { normalize: true, diffBase: true }))).toEqual([
    'main;write 47',
    'main;parse;alloc -30 {pprof::base=true}',
    'main;render -12 {pprof::base=true}',
    'main;write -5 {pprof::base=true}',
  ]);
});

test('normalizing loses a change that is only in a column whose totals are equal', () => {
  const types = { sampleTypes: 'a/count b/count' };
  const base = profileOf(types, 'x 10 100');
  const head = profileOf(types, 'x 5 200', 'y 5 0');
  expect(show(subtractBase(head, base))).toEqual(['x -5 100', 'y 5 0']);
  expect(show(subtractBase(head, base, { normalize: true }))).toEqual(['x -5 0']);
});

test('sides with other types and units meet in what they share', () => {
  const difference = subtractBase(
    profileOf({ sampleTypes: 'cpu/ms' }, 'main 3'),
    profileOf({ sampleTypes: 'samples/count cpu/us' }, 'main 7 500'),
  );
  expect(showSampleTypes(difference)).toBe('cpu/us');
  expect(show(difference)).toEqual(['main 2500']);
});

test('normalizing needs equal types and units', () => {
  const seconds = profileOf({ sampleTypes: 'cpu/s' }, 'main 1');
  const millis = profileOf({ sampleTypes: 'cpu/ms' }, 'main 1');
  expect(() => subtractBase(seconds, millis, { normalize: true })).toThrow(expect.objectContaining({ code: 'incompatible' }));
});

test('durations add up, patterns and period type are those of the profile', () => {
  const difference = subtractBase(
    profileOf({ durationNanos: 10n, dropFrames: 'a' }),
    profileOf({ durationNanos: 5n, dropFrames: 'b' }),
  );
  expect(difference).toMatchObject({ durationNanos: 15n, dropFrames: 'a' });
});

test('for sums, a marked base is put behind the profile', () => {
  const options = { diffBase: true, forSums: true };
  const difference = subtractBase(profileOf('main 1', 'main 2', 'main;parse 4'), profileOf('main 3', 'main 5'), options);
  expect(show(difference)).toEqual([
    'main 1',
    'main 2',
    'main;parse 4',
    'main -3 {pprof::base=true}',
    'main -5 {pprof::base=true}',
  ]);
});

test('for sums, samples still cancel out without a mark, and where signs are mixed', () => {
  expect(show(subtractBase(profileOf('main 1'), profileOf('main 1'), { forSums: true }))).toEqual([]);
  const mixed = subtractBase(profileOf('main 1', 'main -1'), profileOf('main 2'), { diffBase: true, forSums: true });
  expect(show(mixed)).toEqual(['main -2 {pprof::base=true}']);
});
