import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show } from '../../test/show.ts';
import { aggregate } from './aggregate.ts';
import type { AggregateOptions } from './aggregate.ts';
import { merge } from './merge.ts';

const lines = [
  'main@app.go:1:2#0x10;outer@app.go:7:1 > inner@lib.go:9:4#0x20 1',
  'main@app.go:1:2#0x10;outer@app.go:8:1 > inner@lib.go:9:5#0x30 2',
  'main@app.go:1:2#0x10;0x40 4',
];

test.each<[AggregateOptions, string[]]>([
  [{ granularity: 'functions' }, ['main;outer > inner', 'main;outer > inner', 'main;0x0']],
  [
    { granularity: 'filefunctions' },
    ['main@app.go;outer@app.go > inner@lib.go', 'main@app.go;outer@app.go > inner@lib.go', 'main@app.go;0x0'],
  ],
  [{ granularity: 'files' }, ['@app.go;@app.go > @lib.go', '@app.go;@app.go > @lib.go', '@app.go;0x0']],
  [
    { granularity: 'lines' },
    ['main@app.go:1;outer@app.go:7 > inner@lib.go:9', 'main@app.go:1;outer@app.go:8 > inner@lib.go:9', 'main@app.go:1;0x0'],
  ],
  [
    { granularity: 'lines', columns: true },
    [
      'main@app.go:1:2;outer@app.go:7:1 > inner@lib.go:9:4',
      'main@app.go:1:2;outer@app.go:8:1 > inner@lib.go:9:5',
      'main@app.go:1:2;0x0',
    ],
  ],
  [{ granularity: 'functions', noInlines: true }, ['main;outer', 'main;outer', 'main;0x0']],
  [{ granularity: 'functions', columns: true }, ['main;outer > inner', 'main;outer > inner', 'main;0x0']],
  [
    { granularity: 'addresses', noInlines: true },
    ['main@app.go:1#0x10;outer@app.go:7#0x20', 'main@app.go:1#0x10;outer@app.go:8#0x30', 'main@app.go:1#0x10;0x40'],
  ],
  [
    { granularity: 'addresses', noInlines: true, columns: true },
    ['main@app.go:1:2#0x10;outer@app.go:7:1#0x20', 'main@app.go:1:2#0x10;outer@app.go:8:1#0x30', 'main@app.go:1:2#0x10;0x40'],
  ],
])('%o', (options, stacks) => {
  expect(show(aggregate(profileOf(...lines), options))).toEqual(stacks.map((stack, i) => `${stack} ${2 ** i}`));
});

test('addresses with inlined functions are everything there is', () => {
  const profile = profileOf(...lines);
  expect(aggregate(profile, { granularity: 'addresses' })).toBe(profile);
  expect(aggregate(profile, { granularity: 'addresses', columns: false })).toBe(profile);
});

test('what has become equal can be merged', () => {
  const functions = aggregate(profileOf(...lines), { granularity: 'functions' });
  expect(show(merge([functions]))).toEqual(['main;outer > inner 3', 'main;0x0 4']);
});

test('mappings say what is still known', () => {
  const known = { hasFunctions: true, hasFilenames: true, hasLineNumbers: true, hasInlineFrames: true };
  const profile = profileOf({ mappings: { app: known } }, 'app!main 1');
  const [mapping] = aggregate(profile, { granularity: 'functions', noInlines: true }).mappings;
  expect(mapping).toMatchObject({ hasFunctions: true, hasFilenames: false, hasLineNumbers: false, hasInlineFrames: false });
  expect(aggregate(profile, { granularity: 'files' }).mappings[0]).toMatchObject({ hasFunctions: false, hasFilenames: true });
});

test('first lines of functions stay, system names go with the names', () => {
  const profile = profileOf({ functions: { main: { startLine: 5, systemName: '_main' } } }, 'main@app.go:7 1');
  const { functions } = aggregate(profile, { granularity: 'files' });
  expect([functions.name, functions.systemName, [...functions.startLine]]).toEqual([[''], [''], [5]]);
});
