import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show, showSampleTypes } from '../../test/show.ts';
import { combine } from './combine.ts';
import { merge } from './merge.ts';

test('merges profiles in their common types and finest units', () => {
  const combined = combine([
    profileOf({ sampleTypes: 'samples/count cpu/ms' }, 'main 1 10', 'main;parse 2 20'),
    profileOf({ sampleTypes: 'cpu/us wall/us' }, 'main;parse 500 900', 'main;write 700 1100'),
  ]);
  expect(showSampleTypes(combined)).toBe('cpu/us');
  expect(show(combined)).toEqual(['main 10000', 'main;parse 20500', 'main;write 700']);
});

test('one profile stays as it is, equal and empty samples included', () => {
  const profile = profileOf('app!main 1', 'app!main 0', 'app!main 2');
  expect(combine([profile])).toBe(profile);
});

test('a profile without mappings gets an empty one', () => {
  const { mappings, locations } = combine([profileOf('main;parse 1')]);
  expect(mappings).toMatchObject([{ start: 0n, limit: 0n, file: '', buildId: '' }]);
  expect([...locations.mapping]).toEqual([0, 0]);
});

test('combines more profiles than are merged at a time', () => {
  const profiles = Array.from({ length: 300 }, (_, i) => profileOf('main;shared 1', `main;f${i} 2`));
  const combined = combine(profiles);
  expect(combined.samples.length).toBe(301);
  expect(show(combined).slice(0, 2)).toEqual(['main;shared 300', 'main;f0 2']);
});

test('refuses nothing at all', () => {
  expect(() => combine([])).toThrow(expect.objectContaining({ code: 'incompatible' }));
});

test('for sums, equal samples stay apart', () => {
  const profiles = [profileOf('main;parse 1 {user=a}', 'main 2', 'main 0'), profileOf('main;parse 4 {user=a}', 'main;render 8')];
  const combined = combine(profiles, { forSums: true });
  expect(show(combined)).toEqual(['main;parse 1 {user=a}', 'main 2', 'main;parse 4 {user=a}', 'main;render 8']);
  expect(show(merge([combined]))).toEqual(show(combine(profiles)));
});

test('for sums, samples that may cancel out are added up all the same', () => {
  const profiles = [profileOf('main;parse 5', 'main 2'), profileOf('main;parse -5')];
  expect(show(combine(profiles, { forSums: true }))).toEqual(['main 2']);
});
