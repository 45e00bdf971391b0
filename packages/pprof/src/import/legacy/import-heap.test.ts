import { describe, expect, test } from 'vitest';
import { show, showSampleTypes } from '../../../test/show.ts';
import { parse, parseLenient } from '../parse.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const heap = (header: string, ...lines: string[]) => parse(bytes([`heap profile: ${header}`, ...lines, ''].join('\n')));

describe('the header decides what the numbers mean', () => {
  const sample = '3: 3000 [5: 5000] @ 0x11 0x21';

  test('heapprofile: complete, in use and allocated', () => {
    const profile = heap('3: 3000 [5: 5000] @ heapprofile', sample);
    expect(showSampleTypes(profile)).toBe('alloc_objects/count alloc_space/bytes inuse_objects/count inuse_space/bytes');
    expect(show(profile)).toEqual(['0x20;0x10 5 5000 3 3000 {bytes:1000}']);
    expect(profile.period).toBe(1);
    expect(profile.periodType).toEqual({ type: 'space', unit: 'bytes' });
  });

  test('without allocations of their own, in use alone', () => {
    expect(show(heap('3: 3000 [3: 3000] @ heapprofile', sample))).toEqual(['0x20;0x10 3 3000 {bytes:1000}']);
    expect(showSampleTypes(heap('3: 3000 [0: 0] @ heapprofile', sample))).toBe('objects/count space/bytes');
  });

  test('heapz_v2 and heap_v2: scaled up by the chance that an object is recorded', () => {
    // One object of 1000 bytes is recorded with the probability 1 - exp(-1000 / 4000).
    for (const kind of ['heapz_v2', 'heap_v2']) {
      const profile = heap(`3: 3000 [3: 3000] @ ${kind}/4000`, sample);
      expect(show(profile)).toEqual(['0x20;0x10 13 13562 {bytes:1000}']);
      expect(profile.period).toBe(4000);
    }
  });

  test('heap of Go: the same with half the rate', () => {
    const profile = heap('3: 3000 [3: 3000] @ heap/8000', sample);
    expect(show(profile)).toEqual(['0x20;0x10 13 13562 {bytes:1000}']);
    expect(profile.period).toBe(4000);
  });

  test.each(['growthz', 'growth', 'fragmentationz', 'fragmentation'])('%s: complete', (kind) => {
    const profile = heap(`3: 3000 [5: 5000] @ ${kind}`, sample);
    expect(show(profile)).toEqual(['0x20;0x10 3 3000 {bytes:1000}']);
    expect(profile.period).toBe(1);
  });

  test('any other kind is no profile', () => {
    expect(() => heap('1: 2 [3: 4] @ heapster')).toThrowError(expect.objectContaining({ code: 'not-a-profile' }));
  });
});

test('comments and blank lines say nothing; the memory map ends the samples', () => {
  const profile = heap(
    '1: 8 [1: 8] @ heapprofile',
    '',
    '# comment',
    '  1:   8 [  1:   8] @ 0x400011',
    'MAPPED_LIBRARIES:',
    '00400000-00500000 r-xp 00000000 08:01 12 /bin/app',
  );
  expect(show(profile)).toEqual(['/bin/app!0x400010 1 8 {bytes:8}']);
});

test('frames of allocators are to be dropped, frames that Go has in between are to be kept', () => {
  const profile = heap('1: 8 [1: 8] @ heapprofile', '1: 8 [1: 8] @ 0x11');
  const drop = new RegExp(`^(?:${profile.dropFrames})$`);
  const keep = new RegExp(`^(?:${profile.keepFrames})$`);
  for (const name of ['malloc', 'tc_newarray_nothrow', 'runtime.mallocgc', 'operator new[]']) expect(name).toMatch(drop);
  expect('main.malloc').not.toMatch(drop);
  expect('runtime.call32').toMatch(keep);
  expect('runtime.mallocgc').not.toMatch(keep);
});

describe('broken samples', () => {
  test.each([
    ['1: 8 [1: 8]', 'not a sample such as'],
    ['1: 8 [1: 8] @ 0x11112222333344445', 'not a sample such as'],
    ['0: 8 [1: 8] @ 0x11', 'a sample has bytes but no objects'],
  ])('%s', (line, message) => {
    const text = bytes(`heap profile: 1: 8 [1: 8] @ heapprofile\n1: 8 [1: 8] @ 0x11\n${line}\n`);
    expect(() => parse(text)).toThrowError(
      expect.objectContaining({ code: 'malformed', offset: 59, message: expect.stringContaining(`line 3: ${message}`) }),
    );
    expect(parseLenient(text).profile.samples.length).toBe(1);
  });

  test('a number past 2^53', () => {
    expect(() => heap('1: 8 [1: 8] @ heapprofile', '1: 9007199254740992 [1: 8] @ 0x11')).toThrowError(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });

  test('a line of a million digits is read in one pass', () => {
    expect(() => heap('1: 8 [1: 8] @ heapprofile', '1'.repeat(1_000_000))).toThrowError(/^line 2/);
  });
});
