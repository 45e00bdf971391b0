import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { proto } from './proto.ts';

const profile = profileOf('main;parse@a.go:3 15', 'main;render -7');

test('keeps what the filters leave, down to lines', () => {
  expect(show(proto(profile, { ignore: 'render', granularity: 'files' }))).toEqual(['main;parse@a.go:3 15']);
});

test('divides every value, in whole numbers', () => {
  expect(show(proto(profile, { divideBy: 10 }))).toEqual(['main;parse@a.go:3 1', 'main;render 0']);
});

test('without options it is the profile itself', () => {
  expect(proto(profile).samples).toBe(profile.samples);
});
