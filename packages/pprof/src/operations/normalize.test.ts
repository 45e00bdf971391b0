import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { normalize } from './normalize.ts';

const cpu = { sampleTypes: 'samples/count cpu/ms' };

// Both columns of the profile add up to 11101.
test.each([
  ['a fiftieth of the samples', 'main 221 11101', ['a 20 1000', 'b 2 100', 'c 199 10000']],
  ['a fiftieth of the samples and nearly all time', 'main 221 11100', ['a 20 1000', 'b 2 100', 'c 199 9999', 'd 0 1']],
  ['twice of all', 'main 22202 22202', ['a 2000 2000', 'b 200 200', 'c 20000 20000', 'd 2 2']],
  ['no time', 'main 11101 0', []],
])('to %s', (_, base, expected) => {
  const profile = profileOf(cpu, 'a 1000 1000', 'b 100 100', 'c 10000 10000', 'd 1 1');
  expect(show(normalize(profile, profileOf(cpu, base)))).toEqual(expected);
});

test('a column that adds up to 0 becomes 0', () => {
  const profile = profileOf(cpu, 'main 3 5', 'main;parse -3 5');
  expect(show(normalize(profile, profileOf(cpu, 'main 7 20')))).toEqual(['main 0 10', 'main;parse 0 10']);
});

test('totals are those of positive and negative values together', () => {
  const profile = profileOf('main 30', 'main;parse -10');
  expect(show(normalize(profile, profileOf('main 50', 'main;parse -10')))).toEqual(['main 60', 'main;parse -20']);
});

test('refuses other units and period types', () => {
  const seconds = profileOf({ sampleTypes: 'samples/count cpu/s' });
  expect(() => normalize(profileOf(cpu), seconds)).toThrow(expect.objectContaining({ code: 'incompatible' }));
  const period = profileOf({ ...cpu, periodType: 'cpu/ms' });
  expect(() => normalize(profileOf(cpu), period)).toThrow(expect.objectContaining({ code: 'incompatible' }));
});

test('refuses a sum that only a rounded number could hold', () => {
  const profile = profileOf('main 9007199254740991', 'main;parse 1');
  expect(() => normalize(profile, profileOf('main 1'))).toThrow(expect.objectContaining({ code: 'out-of-range' }));
});
