import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { sampleIndex } from './sample-index.ts';

const heap = { sampleTypes: 'alloc_objects/count alloc_space/bytes objects/count space/bytes' };

test.each([
  ['', 3],
  ['0', 0],
  ['2', 2],
  ['+1', 1],
  ['alloc_space', 1],
  ['space', 3],
  ['inuse_space', 3],
  ['inuse_objects', 2],
])('%j of a heap profile is column %d', (choice, index) => {
  expect(sampleIndex(profileOf(heap), choice)).toBe(index);
});

test('no choice is the default sample type where the profile has it', () => {
  expect(sampleIndex(profileOf({ ...heap, defaultSampleType: 'alloc_space' }), '')).toBe(1);
  expect(sampleIndex(profileOf({ ...heap, defaultSampleType: 'wall' }), '')).toBe(3);
});

test('a name wins over the same name with inuse_ only by its place', () => {
  const both = profileOf({ sampleTypes: 'space/bytes inuse_space/bytes' });
  expect(sampleIndex(both, 'inuse_space')).toBe(0);
});

test.each([
  ['4', 'sample index 4 is outside the range 0 to 3'],
  ['-1', 'sample index -1 is outside the range 0 to 3'],
  ['cpu', 'there is no sample type "cpu"; choose one of: alloc_objects, alloc_space, objects, space'],
])('%j is refused', (choice, message) => {
  expect(() => sampleIndex(profileOf(heap), choice)).toThrow(expect.objectContaining({ code: 'incompatible', message }));
});

test('a profile without sample types has no index', () => {
  expect(() => sampleIndex(profileOf({ sampleTypes: '' }), '')).toThrow('no sample types');
});
