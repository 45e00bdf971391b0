import { expect, test } from 'vitest';
import { profileOf } from './profile-of.ts';
import { show, showSampleTypes } from './show.ts';

test('stacks as text and back', () => {
  const lines = [
    'main;parse;alloc 30',
    'main;render 12',
    '(empty) -3',
    'main@app.go:10:2;outer@app.go:20 > inner@lib.go:7 1',
    'libc.so!malloc#0x12ab;libc.so!0x12ac;0xff 4',
    '(anonymous namespace)::f;operator() 5 {color=red, color=blue, bytes:16kb, request:-4}',
  ];
  expect(show(profileOf(...lines))).toEqual(lines);
});

test('one value for each sample type', () => {
  const profile = profileOf({ sampleTypes: 'samples/count cpu/nanoseconds', period: 10 }, 'main 1 10');
  expect(show(profile)).toEqual(['main 1 10']);
  expect(showSampleTypes(profile)).toBe('samples/count cpu/nanoseconds');
  expect(profile.period).toBe(10);
});

test('the same frame is one location, the same name and file one function', () => {
  const profile = profileOf('main;work@a.go:1 1', 'main;work@a.go:2 1', 'main;work@b.go:1 1');
  expect(profile.locations.length).toBe(4);
  expect(profile.functions.name).toEqual(['work', 'main', 'work']);
});
