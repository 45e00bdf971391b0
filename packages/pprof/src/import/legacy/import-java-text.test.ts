import { expect, test } from 'vitest';
import { show, showSampleTypes } from '../../../test/show.ts';
import { parse, parseLenient } from '../parse.ts';

const bytes = (...lines: string[]) => new TextEncoder().encode([...lines, ''].join('\n'));
const HEAP = ['--- heapz 1 ---', 'format = java', 'resolution = bytes'];
const PLACES = [
  '',
  ' 0x00000003 com.example.run (Run.java:12)',
  ' 0x00000004 libfoo::bar (/usr/lib/libfoo.so)',
  ' 0x00000005 GC',
];

test('heap: amount before count, scaled up from one sample in 512 KiB', () => {
  const profile = parse(bytes(...HEAP, '  524288  1 @ 0x00000003 0x00000004', ...PLACES));
  expect(showSampleTypes(profile)).toBe('inuse_objects/count inuse_space/bytes');
  expect(show(profile)).toEqual(['libfoo::bar@libfoo.so;com.example.run@Run.java:12 1 829411 {bytes:524288}']);
});

test('contention: both values times the sampling period, in the unit of the file', () => {
  const header = ['--- contentionz 1 ---', 'format = java', 'resolution = microseconds', 'sampling period = 100'];
  const profile = parse(bytes(...header, 'ms since reset = 3', '   14   2 @ 0x00000003', ...PLACES));
  expect(showSampleTypes(profile)).toBe('contentions/count delay/microseconds');
  expect(show(profile)).toEqual(['com.example.run@Run.java:12 200 1400']);
  expect(profile.period).toBe(100);
  expect(profile.durationNanos).toBe(3_000_000n);
});

test('an address without a place stays an unknown location', () => {
  const profile = parse(bytes(...HEAP, '1 1 @ 0x00000009 0x00000005', ...PLACES));
  expect(show(profile)[0]).toMatch(/^GC;0x0 /);
  expect([...profile.locations.mapping]).toEqual([0, -1]);
});

test('one name is one function, with the file that comes first', () => {
  const places = [' 0x3 run (A.java:1)', ' 0x4 run (B.java:2)'];
  const { functions } = parse(bytes(...HEAP, '1 1 @ 0x4 0x3', ...places));
  expect(functions.name).toEqual(['run']);
  expect(functions.filename).toEqual(['A.java']);
});

test('what cannot be right is an error with its line', () => {
  expect(() => parse(bytes('--- heapz 1 ---', 'format = java', '1 1 @ 0x3'))).toThrowError('line 3: the "resolution"');
  expect(() => parse(bytes('--- heapz 1 ---', 'format = cpp'))).toThrowError('line 2: "cpp" is no format');
  expect(() => parse(bytes(...HEAP, 'ms since reset = 3'))).toThrowError('line 4: "ms since reset" is no attribute');
});

test('a sample without objects is a fault', () => {
  const text = bytes(...HEAP, '8 0 @ 0x3', '8 1 @ 0x3', ...PLACES);
  expect(() => parse(text)).toThrowError(/^line 4: a sample has bytes but no objects/);
  expect(parseLenient(text).profile.samples.length).toBe(1);
});
