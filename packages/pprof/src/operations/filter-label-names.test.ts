import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { filterLabelNames } from './filter-label-names.ts';

const lines = ['main 1 {color=red, shape=round, bytes:16}', 'main 2 {shade=dark, request:8kb}', 'main 4'];

test.each([
  ['show', { show: /^sha/ }, ['main 1 {shape=round}', 'main 2 {shade=dark}', 'main 4']],
  ['hide', { hide: /^sha|req/ }, ['main 1 {color=red, bytes:16}', 'main 2', 'main 4']],
  ['both', { show: /o|s/, hide: /^b|shade/ }, ['main 1 {color=red, shape=round}', 'main 2 {request:8kb}', 'main 4']],
  ['hide all', { hide: /./ }, ['main 1', 'main 2', 'main 4']],
  ['names, not values', { hide: /red|dark/ }, lines],
])('takes labels out by name: %s', (_, filters, expected) => {
  expect(show(filterLabelNames(profileOf(...lines), filters).profile)).toEqual(expected);
});

test('tells what was matched', () => {
  const profile = profileOf(...lines);
  expect(filterLabelNames(profile, { show: /color/, hide: /x/ }).matched).toEqual({ show: true, hide: false });
  expect(filterLabelNames(profile, { show: /x/, hide: /color/ }).matched).toEqual({ show: false, hide: true });
  expect(filterLabelNames(profile, {})).toEqual({ profile, matched: { show: true, hide: false } });
  expect(filterLabelNames(profileOf('main 1'), {}).matched).toEqual({ show: false, hide: false });
});
