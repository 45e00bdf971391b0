import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { addTagFrames } from './add-tag-frames.ts';

const lines = ['main;parse 1 {user=ann, zone=eu}', 'main;parse 2 {user=bob, zone=eu}', 'main;render 4 {zone=us}', 'main 8'];

/** Adds the frames and shows the stacks alone. */
function framed(options: Parameters<typeof addTagFrames>[1], ...stacks: string[]): string[] {
  return show(addTagFrames(profileOf(...stacks), options).profile).map((line) => line.replace(/ \{.*/, ''));
}

test('the first key becomes the root', () => {
  expect(framed({ root: ['zone', 'user'] }, ...lines)).toEqual([
    'eu@zone;ann@user;main;parse 1',
    'eu@zone;bob@user;main;parse 2',
    'us@zone;@user;main;render 4',
    '@zone;@user;main 8',
  ]);
});

test('the last key becomes the leaf', () => {
  expect(framed({ leaf: ['zone', 'user'] }, ...lines)).toEqual([
    'main;parse;eu@zone;ann@user 1',
    'main;parse;eu@zone;bob@user 2',
    'main;render;us@zone;@user 4',
    'main;@zone;@user 8',
  ]);
});

test('both ends', () => {
  expect(framed({ root: ['zone'], leaf: ['user'] }, lines[0], '(empty) 3 {user=cy}')).toEqual([
    'eu@zone;main;parse;ann@user 1',
    '@zone;cy@user 3',
  ]);
});

test('all values of a label make one frame, texts before numbers', () => {
  const labels = '{size=big, size=bigger, size:2048bytes, size:1536bytes}';
  expect(framed({ root: ['size'] }, `main 1 ${labels}`)).toEqual(['big,bigger,2kB,1.50kB@size;main 1']);
});

test('numbers are written in the wanted unit, and as they are where they have none', () => {
  const stacks = ['main 1 {size:2048bytes}', 'main 2 {size:2048}', 'main 4 {size:2048bytes, size:3}'];
  expect(framed({ root: ['size'], unit: 'bytes' }, ...stacks)).toEqual([
    '2048B@size;main 1',
    '2048@size;main 2',
    '2048B,3bytes@size;main 4',
  ]);
});

test('equal frames are one location and one function', () => {
  const { profile } = addTagFrames(profileOf(...lines), { root: ['zone'], leaf: ['zone'] });
  expect(profile.functions.name).toEqual(['parse', 'main', 'render', 'eu', 'us', '']);
  expect(profile.functions.filename.slice(3)).toEqual(['zone', 'zone', 'zone']);
  expect(profile.functions.systemName.slice(3)).toEqual(['', '', '']);
  expect(profile.locations.length).toBe(6);
});

test('the same stack with different labels becomes several', () => {
  const profile = profileOf('main;parse 1 {user=ann}', 'main;parse 2 {user=bob}', 'main;parse 4 {user=ann}');
  const result = addTagFrames(profile, { root: ['user'] }).profile;
  expect(result.stacks.length).toBe(2);
  expect(show(result).map((line) => line.split(' ')[0])).toEqual([
    'ann@user;main;parse',
    'bob@user;main;parse',
    'ann@user;main;parse',
  ]);
});

test('tells whether any sample had a label', () => {
  const matched = (options: Parameters<typeof addTagFrames>[1]) => addTagFrames(profileOf(...lines), options).matched;
  expect(matched({ root: ['user'] })).toEqual({ root: true, leaf: false });
  expect(matched({ leaf: ['nothing', 'zone'] })).toEqual({ root: false, leaf: true });
  expect(matched({ root: ['nothing'] })).toEqual({ root: false, leaf: false });
});

test('ids of the file go on after the largest', () => {
  const sourceIds = { mappings: new BigUint64Array(), locations: BigUint64Array.of(70n, 9n) };
  const { profile } = addTagFrames(profileOf({ sourceIds }, 'main;parse 1 {user=ann}'), { root: ['user'], leaf: ['zone'] });
  expect([...profile.sourceIds!.locations]).toEqual([70n, 9n, 71n, 72n]);
});

test('no keys change nothing', () => {
  const profile = profileOf(...lines);
  expect(addTagFrames(profile, {}).profile).toBe(profile);
});
