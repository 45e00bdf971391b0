import { describe, expect, test } from 'vitest';
import { show, showSampleTypes } from '../../../test/show.ts';
import { parse, parseLenient } from '../parse.ts';

interface Form {
  readonly size: 4 | 8;
  readonly little: boolean;
}

const LITTLE_64: Form = { size: 8, little: true };
const END = [0, 1, 0];

function cpuProfile(
  records: readonly (readonly number[])[],
  text = '',
  { size, little }: Form = LITTLE_64,
  language = 0,
): Uint8Array {
  const words = [0, 3, language, 10_000, 0, ...records.flat()];
  const tail = new TextEncoder().encode(text);
  const bytes = new Uint8Array(words.length * size + tail.length);
  const view = new DataView(bytes.buffer);
  words.forEach((word, i) => {
    if (size === 8) view.setBigUint64(i * 8, BigInt(word), little);
    else view.setUint32(i * 4, word, little);
  });
  bytes.set(tail, words.length * size);
  return bytes;
}
const record = (count: number, ...stack: number[]) => [count, stack.length, ...stack];

describe('words', () => {
  test.each([
    { size: 4, little: true },
    { size: 4, little: false },
    { size: 8, little: true },
    { size: 8, little: false },
  ] as const)('of $size bytes, little-endian: $little', (form) => {
    const profile = parse(cpuProfile([record(2, 0x100, 0x201), record(1, 0x300, 0x401), END], '0-ffff: app\n', form));
    expect(show(profile)).toEqual(['app!0x200;app!0x100 2 20000000', 'app!0x400;app!0x300 1 10000000']);
    expect(showSampleTypes(profile)).toBe('samples/count cpu/nanoseconds');
    expect(profile.period).toBe(10_000_000);
  });
});

describe('frames of the profiler itself', () => {
  const many = (length: number, caller: (i: number) => number) =>
    Array.from({ length }, (_, i) => record(1, 0x1000 + i * 16, caller(i), 0x9001 + (i % 2)));

  test('the same caller of the leaf in all samples is the signal handler', () => {
    const profile = parse(cpuProfile([...many(3, () => 0x501), END]));
    expect(show(profile)[0]).toBe('0x9000;0x1000 1 10000000');
    expect([...profile.locations.address]).not.toContain(0x500n);
  });

  test('up to two such frames are removed', () => {
    const stacks = [record(1, 0x100, 0x501, 0x601, 0x701), record(1, 0x200, 0x501, 0x601, 0x801), END];
    expect(show(parse(cpuProfile(stacks)))).toEqual(['0x700;0x100 1 10000000', '0x800;0x200 1 10000000']);
  });

  test('one sample in 32 may differ', () => {
    const oneOther = (i: number) => (i === 5 ? 0x777 : 0x501);
    expect(show(parse(cpuProfile([...many(31, oneOther), END])))[0]).toContain('0x500');
    const profile = parse(cpuProfile([...many(32, oneOther), END]));
    expect(show(profile)[0]).not.toContain('0x500');
    expect(show(profile)[5]).toContain('0x776');
  });

  test('a leaf that was recorded twice is one frame', () => {
    const stacks = [record(1, 0x100, 0x100, 0x201), record(1, 0x300, 0x401), END];
    expect(show(parse(cpuProfile(stacks)))).toEqual(['0x200;0x100 1 10000000', '0x400;0x300 1 10000000']);
  });
});

describe('Java', () => {
  test('addresses are numbers that the text explains', () => {
    const text = ' 0x3 com.example.Work.run (Work.java:12)\n 0x4 com.example.Main.main (Main.java:3)\n';
    const profile = parse(cpuProfile([record(2, 3, 4), END], text, LITTLE_64, 1));
    expect(show(profile)).toEqual(['com.example.Main.main@Main.java:3;com.example.Work.run@Work.java:12 2 20000000']);
  });
});

describe('broken files', () => {
  test('a stack that runs past the end', () => {
    expect(() => parse(cpuProfile([[1, 1_000_000, 0x100]]))).toThrowError(
      expect.objectContaining({ code: 'truncated', offset: 40, message: expect.stringContaining('1000000 addresses') }),
    );
  });

  test('no end marker: lenient takes what there is', () => {
    const bytes = cpuProfile([record(1, 0x100)]);
    expect(() => parse(bytes)).toThrowError(expect.objectContaining({ code: 'truncated', offset: bytes.length }));
    expect(show(parseLenient(bytes).profile)).toEqual(['0x100 1 10000000']);
  });

  test('times past 2^53', () => {
    expect(() => parse(cpuProfile([record(2 ** 40, 0x100), END]))).toThrowError(
      expect.objectContaining({ code: 'out-of-range' }),
    );
  });

  test('every prefix is an error or a profile, in no time', () => {
    const whole = cpuProfile([record(1, 0x100, 0x201), record(1, 0x300, 0x401), END], 'build=/x\n0-ffff: $build/app\n');
    for (let end = 40; end < whole.length; end++) {
      try {
        expect(show(parse(whole.subarray(0, end)))[0]).toMatch(/0x200;.*0x100 1 10000000/);
      } catch (error) {
        expect(error).toMatchObject({ name: 'ProfileError', code: 'truncated' });
      }
    }
  });
});
