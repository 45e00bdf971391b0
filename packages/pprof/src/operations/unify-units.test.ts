import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show, showSampleTypes } from '../../test/show.ts';
import { unifyUnits } from './unify-units.ts';

const typed = (sampleTypes: string, line: string) => profileOf({ sampleTypes }, line);

test('takes the finest unit of each column', () => {
  const profiles = unifyUnits([
    typed('cpu/ms space/kb', 'main 1 10'),
    typed('cpu/s space/bytes', 'main 2 20'),
    typed('cpu/us space/MB', 'main 3 30'),
  ]);
  expect(profiles.map(showSampleTypes)).toEqual(Array(3).fill('cpu/us space/bytes'));
  expect(profiles.flatMap(show)).toEqual(['main 1000 10240', 'main 2000000 20', 'main 3 31457280']);
});

test('a unit keeps the spelling of the first profile that has it', () => {
  const profiles = unifyUnits([typed('cpu/milliseconds', 'main 1'), typed('cpu/ms', 'main 2')]);
  expect(profiles.map(showSampleTypes)).toEqual(['cpu/milliseconds', 'cpu/milliseconds']);
  expect(profiles.flatMap(show)).toEqual(['main 1', 'main 2']);
});

test('a plural s in the name of a type does not matter, and stays', () => {
  const profiles = unifyUnits([typed('object/count', 'main 1'), typed('objects/count', 'main 2')]);
  expect(profiles.map(showSampleTypes)).toEqual(['object/count', 'objects/count']);
});

test('the period is converted too, and truncated', () => {
  const profiles = unifyUnits([
    profileOf({ periodType: 'cpu/ms', period: 10 }),
    profileOf({ periodType: 'cpu/ns', period: 1_000_000 }),
    profileOf({ periodType: 'cpu/s', period: 1 }),
  ]);
  expect(profiles.map(({ period, periodType }) => [period, periodType.unit])).toEqual([
    [10_000_000, 'ns'],
    [1_000_000, 'ns'],
    [1_000_000_000, 'ns'],
  ]);
});

test('a sample that has a value only in columns that stay is lost on the way, as in scale', () => {
  const profiles = unifyUnits([
    profileOf({ sampleTypes: 'samples/count cpu/ms' }, 'main 1 10', 'main;parse 1 0'),
    profileOf({ sampleTypes: 'samples/count cpu/ns' }, 'main 1 5', 'main;parse 1 0'),
  ]);
  expect(profiles.map(show)).toEqual([['main 1 10000000'], ['main 1 5', 'main;parse 1 0']]);
});

test('one profile keeps its units', () => {
  const profile = typed('cpu/s', 'main 1');
  expect(unifyUnits([profile])[0]).toBe(profile);
  expect(unifyUnits([])).toEqual([]);
});

test.each([
  ['another name', 'cpu/ms', 'wall/ms'],
  ['another kind of unit', 'cpu/ms', 'cpu/bytes'],
  ['unknown units', 'cpu/ticks', 'cpu/cycles'],
  ['another number of types', 'cpu/ms', 'cpu/ms wall/ms'],
])('refuses %s', (_, a, b) => {
  const profiles = [profileOf({ sampleTypes: a }), profileOf({ sampleTypes: b })];
  expect(() => unifyUnits(profiles)).toThrow(expect.objectContaining({ code: 'incompatible' }));
});

test('refuses periods of different kinds', () => {
  const profiles = [profileOf({ periodType: 'cpu/ns' }), profileOf({ periodType: 'space/bytes' })];
  expect(() => unifyUnits(profiles)).toThrow('cpu/ns and space/bytes cannot be put into one unit');
});

test('refuses a period that only a rounded number could hold', () => {
  const profiles = [profileOf({ periodType: 'cpu/hours', period: 3000 }), profileOf({ periodType: 'cpu/ns', period: 1 })];
  expect(() => unifyUnits(profiles)).toThrow(expect.objectContaining({ code: 'out-of-range' }));
});
