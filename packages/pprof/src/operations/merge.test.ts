import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { show, showLocation } from '../../test/show.ts';
import type { Profile } from '../profile.ts';
import { merge } from './merge.ts';

const cpu = { sampleTypes: 'samples/count cpu/ns', periodType: 'cpu/ns' };

function showLocations(profile: Profile): string[] {
  return Array.from({ length: profile.locations.length }, (_, i) => showLocation(profile, i));
}

test('adds up equal stacks, in the order in which they are first seen', () => {
  const a = profileOf(cpu, 'main;parse;alloc 3 30', 'main;render 1 12');
  const b = profileOf(cpu, 'main;write 5 50', 'main;parse;alloc 2 20', 'main;parse 1 1');
  expect(show(merge([a, b]))).toEqual(['main;parse;alloc 5 50', 'main;render 1 12', 'main;write 5 50', 'main;parse 1 1']);
});

test('adds up equal stacks of one profile', () => {
  const profile = profileOf('main;parse 3', 'main;render 1', 'main;parse 4');
  expect(show(merge([profile]))).toEqual(['main;parse 7', 'main;render 1']);
});

test('merges many profiles', () => {
  const profiles = Array.from({ length: 40 }, (_, i) => profileOf(`main;f${i} 1`, 'main;shared 2'));
  const merged = merge(profiles);
  expect(merged.samples.length).toBe(41);
  expect(show(merged)[1]).toBe('main;shared 80');
  expect(merged.functions.length).toBe(42);
});

test('leaves out what no sample needs, and numbers the rest as the samples need it', () => {
  const profile = profileOf('unused;gone 0', 'main;parse 1', 'main;alloc 1');
  const merged = merge([profile]);
  expect(show(merged)).toEqual(['main;parse 1', 'main;alloc 1']);
  expect(showLocations(merged)).toEqual(['parse', 'main', 'alloc']);
  expect(merged.functions.name).toEqual(['parse', 'main', 'alloc']);
});

test('samples that cancel out leave with their locations, and the rest is numbered anew', () => {
  const a = profileOf('main;parse;alloc 30', 'main;render 12');
  const b = profileOf('main;parse;alloc -30', 'main;render -2');
  const merged = merge([a, b]);
  expect(show(merged)).toEqual(['main;render 10']);
  expect(showLocations(merged)).toEqual(['render', 'main']);
});

test('labels and mappings of samples that cancelled out leave too, but the first mapping stays', () => {
  const mappings = { app: {}, 'libc.so': {}, 'libm.so': {} };
  const a = profileOf({ mappings }, 'libc.so!malloc 3 {user=a}', 'libm.so!sin 2 {user=b}', 'libm.so!sin 1 {user=c}');
  const b = profileOf({ mappings }, 'libc.so!malloc -3 {user=a}', 'libm.so!sin -2 {user=b}');
  const merged = merge([a, b]);
  expect(show(merged)).toEqual(['libm.so!sin 1 {user=c}']);
  expect(merged.mappings.map(({ file }) => file)).toEqual(['app', 'libm.so']);
  expect(merged.samples.labelSets.length).toBe(2);
});

test('what was first seen in a sample that cancelled out still gives the address', () => {
  const at = (start: bigint, ...lines: string[]) =>
    profileOf({ mappings: { app: {}, lib: { start, limit: start + 0x1000n } } }, ...lines);
  const merged = merge([at(0x1000n, 'lib!f#0x1010 1'), at(0x5000n, 'lib!f#0x5010 -1', 'lib!g#0x5020 2')]);
  expect(show(merged)).toEqual(['lib!g#0x1020 2']);
});

test('a sample stays as long as one of its values is not 0', () => {
  const a = profileOf(cpu, 'main 3 30');
  const b = profileOf(cpu, 'main -3 20');
  expect(show(merge([a, b]))).toEqual(['main 0 50']);
});

test('nothing at all merges to nothing', () => {
  expect(show(merge([profileOf('main 1'), profileOf('main -1')]))).toEqual([]);
  expect(show(merge([profileOf()]))).toEqual([]);
});

test('keeps empty stacks and negative values', () => {
  expect(show(merge([profileOf('(empty) 3', 'main -1'), profileOf('(empty) 4')]))).toEqual(['(empty) 7', 'main -1']);
});

test('samples with different labels stay apart', () => {
  const a = profileOf('main 1 {user=a}', 'main 2 {user=b}', 'main 4', 'main 8 {bytes:16}', 'main 16 {bytes:16kb}');
  const b = profileOf(
    'main 100 {bytes:16kb}',
    'main 200 {bytes:16}',
    'main 400',
    'main 800 {user=b}',
    'main 1600 {user=a, user=b}',
  );
  expect(show(merge([a, b]))).toEqual([
    'main 1 {user=a}',
    'main 802 {user=b}',
    'main 404',
    'main 208 {bytes:16}',
    'main 116 {bytes:16kb}',
    'main 1600 {user=a, user=b}',
  ]);
});

test('the values of a label keep their order, its key does not count in it', () => {
  const a = profileOf('main 1 {user=a, user=b, zone=x}');
  const b = profileOf('main 10 {user=b, user=a, zone=x}', 'main 100 {zone=x, user=a, user=b}');
  expect(show(merge([a, b]))).toEqual(['main 101 {user=a, user=b, zone=x}', 'main 10 {user=b, user=a, zone=x}']);
});

test('label texts that only look alike when joined stay apart', () => {
  const profile = profileOf('main 1 {a=b, a=c}', 'main 2 {a=bc}', 'main 4 {ab=c}', 'main 8 {a=1}', 'main 16 {a:1}');
  expect(merge([profile]).samples.length).toBe(5);
});

test('a function is the same if its name, system name, file and first line are', () => {
  const moved = (startLine: number) => profileOf({ functions: { work: { startLine } } }, 'work 1');
  expect(merge([moved(10), moved(10)]).functions.length).toBe(1);
  expect(merge([moved(10), moved(11)]).functions.length).toBe(2);
  expect(merge([profileOf('work@a.go 1'), profileOf('work@b.go 1')]).functions.length).toBe(2);
  const mangled = profileOf({ functions: { work: { systemName: '_Z4work' } } }, 'work 1');
  expect(merge([mangled, profileOf('work 1')]).functions.length).toBe(2);
});

test('a location is the same if its lines and address are', () => {
  const lines = ['main@a.go:1 1', 'main@a.go:2 1', 'main@a.go:1:7 1', 'main@a.go:1#0x10 1', 'main@a.go:1 > leaf@a.go:9 1'];
  expect(merge([profileOf(...lines), profileOf(...lines)]).locations.length).toBe(5);
});

test('of inlined lines only the column of the outermost tells locations apart', () => {
  const a = profileOf('outer@a.go:1:1 > inner@a.go:5:10 1');
  const b = profileOf('outer@a.go:1:1 > inner@a.go:5:20 1', 'outer@a.go:1:2 > inner@a.go:5:10 1');
  expect(show(merge([a, b]))).toEqual(['outer@a.go:1:1 > inner@a.go:5:10 2', 'outer@a.go:1:2 > inner@a.go:5:10 1']);
});

const binary = { start: 0x400000n, limit: 0x500000n, buildId: 'abc' };

test('a binary loaded at another address is the same binary', () => {
  const a = profileOf({ mappings: { app: binary } }, 'app!main#0x400010 1');
  const b = profileOf(
    { mappings: { app: { ...binary, start: 0x7f0000n, limit: 0x8effffn } } },
    'app!main#0x7f0010 2',
    'app!main#0x7f0020 4',
  );
  const merged = merge([a, b]);
  expect(show(merged)).toEqual(['app!main#0x400010 3', 'app!main#0x400020 4']);
  expect(merged.mappings).toEqual(a.mappings);
});

test.each([
  ['size in pages', { limit: 0x501000n }],
  ['offset', { offset: 0x1000n }],
  ['build id', { buildId: 'def' }],
])('binaries of another %s are others', (_, difference) => {
  const a = profileOf({ mappings: { app: binary } }, 'app!main 1');
  const b = profileOf({ mappings: { app: { ...binary, ...difference } } }, 'app!main 2');
  expect(show(merge([a, b]))).toEqual(['app!main 1', 'app!main 2']);
});

test('the file counts only for a binary without a build id', () => {
  const named = (file: string, buildId: string) => profileOf({ mappings: { [file]: { buildId } } }, `${file}!main 1`);
  expect(merge([named('old', 'abc'), named('new', 'abc')]).mappings.map(({ file }) => file)).toEqual(['old']);
  expect(merge([named('old', ''), named('new', '')]).mappings.map(({ file }) => file)).toEqual(['old', 'new']);
});

test('addresses wrap around at 64 bits', () => {
  const high = profileOf({ mappings: { app: { start: 0xffff_ffff_ffff_f000n, limit: 0n } } }, 'app!0xfffffffffffff010 1');
  const low = profileOf({ mappings: { app: { start: 0n, limit: 0x1000n } } }, 'app!0x10 2');
  expect(show(merge([high, low]))).toEqual(['app!0xfffffffffffff010 3']);
  expect(show(merge([low, high]))).toEqual(['app!0x10 3']);
});

test('the first mapping stays the first, and stays even if no sample needs it', () => {
  const profile = profileOf({ mappings: { app: {}, 'libc.so': {}, 'libm.so': {} } }, 'libm.so!sin 1', 'libc.so!malloc 1');
  expect(merge([profile]).mappings.map(({ file }) => file)).toEqual(['app', 'libm.so', 'libc.so']);
  const unmapped = profileOf('main 1');
  expect(merge([unmapped, profile]).mappings.map(({ file }) => file)).toEqual(['app', 'libm.so', 'libc.so']);
});

test('what is known of a mapping is what its first profile says', () => {
  const a = profileOf({ mappings: { app: { hasFunctions: false, hasFilenames: true } } }, 'app!main 1');
  const b = profileOf({ mappings: { app: { hasFunctions: true } } }, 'app!main 1');
  expect(merge([a, b]).mappings[0]).toMatchObject({ hasFunctions: false, hasFilenames: true });
});

test('headers are combined', () => {
  const a = profileOf({
    ...cpu,
    timeNanos: 500n,
    durationNanos: 10n,
    period: 100,
    comments: ['one', 'two'],
    dropFrames: 'a.*',
    keepFrames: 'ab',
  });
  const b = profileOf({
    ...cpu,
    timeNanos: 300n,
    durationNanos: 20n,
    period: 200,
    comments: ['two', 'three', 'three'],
    defaultSampleType: 'cpu',
    docUrl: 'https://example.org/b',
    dropFrames: 'b.*',
  });
  const c = profileOf({ ...cpu, timeNanos: 400n, period: 150, defaultSampleType: 'samples', docUrl: 'https://example.org/c' });
  expect(merge([a, b, c])).toMatchObject({
    timeNanos: 300n,
    durationNanos: 30n,
    period: 200,
    comments: ['one', 'two', 'three'],
    defaultSampleType: 'cpu',
    docUrl: 'https://example.org/b',
    dropFrames: 'a.*',
    keepFrames: 'ab',
    periodType: { type: 'cpu', unit: 'ns' },
  });
});

test('an unknown time starts the search for the earliest anew', () => {
  const at = (timeNanos: bigint) => profileOf({ timeNanos });
  expect(merge([at(0n), at(7n)]).timeNanos).toBe(7n);
  expect(merge([at(5n), at(0n), at(7n)]).timeNanos).toBe(7n);
  expect(merge([at(5n), at(0n)]).timeNanos).toBe(0n);
});

test('ids of the files are not kept', () => {
  const sourceIds = { mappings: new BigUint64Array(), locations: BigUint64Array.of(77n) };
  expect(merge([profileOf({ sourceIds }, 'main 1')])).not.toHaveProperty('sourceIds');
});

test('the sources stay as they were', () => {
  const a = profileOf('main;parse 3', 'main 0');
  const b = profileOf('main;parse -3');
  merge([a, b]);
  expect(show(a)).toEqual(['main;parse 3', 'main 0']);
  expect(show(b)).toEqual(['main;parse -3']);
});

test.each([
  ['no profiles', [], 'no profiles to merge'],
  [
    'another period type',
    [profileOf(cpu), profileOf({ ...cpu, periodType: 'wall/ns' })],
    'period types differ: cpu/ns and wall/ns',
  ],
  ['another unit', [profileOf(cpu), profileOf({ ...cpu, sampleTypes: 'samples/count cpu/ms' })], 'samples/count cpu/ms'],
  ['fewer types', [profileOf(cpu), profileOf({ ...cpu, sampleTypes: 'samples/count' })], 'sample types differ'],
  ['another order', [profileOf(cpu), profileOf({ ...cpu, sampleTypes: 'cpu/ns samples/count' })], 'sample types differ'],
])('refuses %s', (_, profiles, message) => {
  expect(() => merge(profiles)).toThrow(
    expect.objectContaining({ code: 'incompatible', message: expect.stringContaining(message) }),
  );
});

test('refuses sums that only a rounded number could hold', () => {
  const huge = profileOf(cpu, `main 1 ${Number.MAX_SAFE_INTEGER}`);
  expect(() => merge([huge, profileOf(cpu, 'main 1 1')])).toThrow(expect.objectContaining({ code: 'out-of-range' }));
  const long = profileOf({ durationNanos: 2n ** 63n - 1n });
  expect(() => merge([long, long])).toThrow(expect.objectContaining({ code: 'out-of-range' }));
});
