import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { proto } from './proto.ts';

const profile = profileOf('main;parse@a.go:3 15', 'main;render -7');

test('keeps what the filters leave, down to lines', () => {
  expect(show(proto(profile, { ignore: 'render', granularity: 'files' }).profile)).toEqual(['main;parse@a.go:3 15']);
});

test('divides every value, in whole numbers', () => {
  expect(show(proto(profile, { divideBy: 10 }).profile)).toEqual(['main;parse@a.go:3 1', 'main;render 0']);
});

test('without options it is the profile itself', () => {
  expect(proto(profile).profile.samples).toBe(profile.samples);
});

test('says which filters matched nothing', () => {
  expect(proto(profile, { focus: 'nothing' }).warnings).toEqual(['Focus expression matched no samples']);
});
