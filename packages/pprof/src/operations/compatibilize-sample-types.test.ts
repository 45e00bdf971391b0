import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show, showSampleTypes } from '../../test/show.ts';
import { compatibilizeSampleTypes } from './compatibilize-sample-types.ts';

const typed = (sampleTypes: string, line: string, defaultSampleType = '') => profileOf({ sampleTypes, defaultSampleType }, line);

test('keeps the types that all profiles have, in the order of the first', () => {
  const profiles = compatibilizeSampleTypes([
    typed('a/x b/x c/x', 'main 1 2 3'),
    typed('c/x d/x a/x', 'main 10 20 30'),
    typed('e/x a/x b/x c/x', 'main 100 200 300 400'),
  ]);
  expect(profiles.map(showSampleTypes)).toEqual(['a/x c/x', 'a/x c/x', 'a/x c/x']);
  expect(profiles.flatMap(show)).toEqual(['main 1 3', 'main 30 10', 'main 200 400']);
});

test('profiles that fit already stay as they are', () => {
  const profiles = [typed('a/x b/x', 'main 1 2', 'gone'), typed('a/x b/x', 'main 3 4')];
  const compatible = compatibilizeSampleTypes(profiles);
  expect(compatible[0]).toBe(profiles[0]);
  expect(compatible[1]).toBe(profiles[1]);
});

test('units may differ', () => {
  const profiles = compatibilizeSampleTypes([typed('cpu/ms', 'main 1'), typed('cpu/ns', 'main 2')]);
  expect(profiles.map(showSampleTypes)).toEqual(['cpu/ms', 'cpu/ns']);
});

test('the default sample type stays if it is common, else it is the first common one', () => {
  const [kept, replaced] = compatibilizeSampleTypes([
    typed('a/x b/x c/x', 'main 1 2 3', 'c'),
    typed('c/x d/x b/x', 'main 1 2 3', 'd'),
  ]);
  expect(showSampleTypes(kept)).toBe('b/x c/x');
  expect(kept.defaultSampleType).toBe('c');
  expect(replaced.defaultSampleType).toBe('b');
});

test('refuses profiles without a common type', () => {
  const profiles = [typed('a/x', 'main 1'), typed('b/x', 'main 1')];
  expect(() => compatibilizeSampleTypes(profiles)).toThrow(expect.objectContaining({ code: 'incompatible' }));
  expect(() => compatibilizeSampleTypes([profileOf({ sampleTypes: '' })])).toThrow('no sample type in common');
});

test('a type that a profile names twice is common to none', () => {
  expect(() => compatibilizeSampleTypes([typed('a/x a/x', 'main 1 2')])).toThrow(
    expect.objectContaining({ code: 'incompatible' }),
  );
});

test('no profiles stay none', () => {
  expect(compatibilizeSampleTypes([])).toEqual([]);
});
