import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { encodeLiteral, stacks } from '../../../fixtures/programs/edge-cases/literal.ts';
import { bytes, number, packed, text, varint } from '../../../fixtures/programs/edge-cases/wire.ts';
import { decode, decodeLenient, encode, isProfileError } from '../src/index.ts';
import type { Profile, ProfileErrorCode } from '../src/index.ts';
import { checkProfile } from './check-profile.ts';
import { mutate } from '../../../fixtures/generators/mutations.ts';
import { profileContent } from './profile-content.ts';

// Thousands of inputs in one test take seconds on a busy machine; what would hang is still found.
vi.setConfig({ testTimeout: 60_000 });

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url));
const CPU = [['cpu', 'nanoseconds']] as const;

/** Decodes both ways. What comes out is an error with a code, or a profile that is valid and can be written. */
function survive(input: Uint8Array): Profile | undefined {
  let strict: Profile | undefined;
  try {
    strict = decode(input);
    checkProfile(strict);
  } catch (error) {
    if (!isProfileError(error)) throw error;
  }
  try {
    const { profile, repairs } = decodeLenient(input);
    checkProfile(profile);
    if (strict) expect(repairs.filter(({ message }) => !message.includes('taken as none'))).toEqual([]);
  } catch (error) {
    if (!isProfileError(error)) throw error;
    expect(strict).toBeUndefined();
  }
  return strict;
}

function codeOf(input: Uint8Array, options?: Parameters<typeof decode>[1]): ProfileErrorCode | 'decoded' {
  try {
    decode(input, options);
    return 'decoded';
  } catch (error) {
    if (!isProfileError(error)) throw error;
    return error.code;
  }
}

describe('every prefix of a profile', () => {
  test.each(['edge/all-fields.pb', 'edge/unknown-fields.pb', 'edge/huge-ids.pb', 'edge/labels.pb', 'edge/mixed-packing.pb'])(
    '%s',
    (name) => {
      const whole = fixture(name);
      for (let end = 0; end < whole.length; end++) survive(whole.subarray(0, end));
    },
  );

  test('of a profile whose strings stand at the end is an error: they are all missing something', () => {
    const whole = fixture('edge/all-fields.pb');
    for (let end = 0; end < whole.length; end++) expect(codeOf(whole.subarray(0, end))).not.toBe('decoded');
  });

  test.each(['go/mutex.base.pb.gz', 'go/heap.base.pb.gz'])('of a recorded profile: %s', (name) => {
    const whole = gunzipSync(fixture(name));
    for (let end = 0; end < whole.length; end++) survive(whole.subarray(0, end));
  });

  test.each(['edge/all-fields.pb.gz', 'go/mutex.base.pb.gz'])('compressed: %s is truncated', (name) => {
    const whole = fixture(name);
    for (let end = 2; end < whole.length; end++) expect(codeOf(whole.subarray(0, end))).toBe('truncated');
  });

  test('of several gzip members is whole only where a member ends, and then lacks its tables', () => {
    const whole = fixture('edge/gzip-members.pb.gz');
    for (let end = 2; end < whole.length; end++) expect(codeOf(whole.subarray(0, end))).not.toBe('decoded');
  });
});

describe('accidents', () => {
  const valid = readdirSync(new URL('../../../fixtures/edge', import.meta.url)).filter((name) => name.endsWith('.pb'));
  test.each(valid)('300 broken copies of %s', (name) => {
    const whole = fixture(`edge/${name}`);
    for (let seed = 0; seed < 300; seed++) survive(mutate(whole, seed));
  });

  test('2,000 broken copies of a recorded profile', () => {
    const whole = gunzipSync(fixture('go/heap.base.pb.gz'));
    for (let seed = 0; seed < 2000; seed++) survive(mutate(whole, seed));
  });

  test('2,000 broken copies of compressed bytes: the checksum finds nearly all, and the rest is still valid', () => {
    const whole = fixture('edge/all-fields.pb.gz');
    const good = profileContent(decode(whole));
    for (let seed = 0; seed < 2000; seed++) {
      const survivor = survive(mutate(whole, seed));
      // Only the header of a gzip member (its time, its system) can change without harm.
      if (survivor) expect(profileContent(survivor)).toEqual(good);
    }
  });

  test('every single bit of a profile flipped', () => {
    const whole = fixture('edge/inlined.pb');
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const flipped = Uint8Array.from(whole);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      survive(flipped);
    }
  });
});

describe('what every reader must refuse', () => {
  const folder = new URL('../../../fixtures/edge/invalid/', import.meta.url);
  test.each(readdirSync(folder))('%s', (name) => {
    expect(codeOf(readFileSync(new URL(name, folder)))).not.toBe('decoded');
  });
});

describe('hostile input', () => {
  const withField = (...field: number[]) =>
    Uint8Array.from([...encodeLiteral({ types: CPU, ...stacks(['leaf main: 3']) }), ...field]);

  test.each([1, 2, 3, 4, 5, 6, 11, 13, 200])('a length past the end in field %d', (field) => {
    for (const length of [2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n]) {
      const code = codeOf(withField(...varint((field << 3) | 2), ...varint(length)));
      expect(['truncated', 'malformed']).toContain(code);
    }
  });

  test('lengths inside a sample that leave the sample', () => {
    for (const length of [100, 2 ** 31, 2n ** 63n]) {
      for (const field of [1, 2, 3]) {
        const code = codeOf(withField(...bytes(2, [...varint((field << 3) | 2), ...varint(length)])));
        expect(['truncated', 'malformed']).toContain(code);
      }
    }
  });

  test('numbers of more than 64 bits', () => {
    const giant = [...Array<number>(10).fill(0xff), 1];
    for (const field of [7, 9, 10, 12, 14, 15, 200])
      expect(codeOf(withField(field << 3, ...giant))).toMatch(/malformed|truncated/);
    for (const field of [1, 2]) {
      expect(codeOf(withField(...bytes(2, bytes(field, giant))))).toMatch(/malformed|truncated/);
      expect(codeOf(withField(...bytes(2, [field << 3, ...giant])))).toMatch(/malformed|truncated/);
    }
  });

  test('numbers of ten bytes whose last byte holds more than one bit lose the rest, as in Go', () => {
    const { timeNanos } = decode(withField(9 << 3, ...Array<number>(9).fill(0x80), 0x7f));
    expect(timeNanos).toBe(-(2n ** 63n));
  });

  test('values past 2^53 are refused, not rounded', () => {
    for (const value of [2n ** 53n, -(2n ** 53n), 2n ** 63n - 1n, -(2n ** 63n)]) {
      const sample = bytes(2, [...number(1, 1), ...packed(2, [value])]);
      expect(codeOf(withField(...sample))).toBe('out-of-range');
      expect(codeOf(withField(...bytes(2, [...number(1, 1), ...number(2, value)])))).toBe('out-of-range');
    }
    const largest = 2n ** 53n - 1n;
    const { samples } = decode(withField(...bytes(2, packed(2, [largest])), ...bytes(2, packed(2, [-largest]))));
    expect([...samples.values[0]!]).toEqual([3, Number(largest), Number(-largest)]);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])('wire type %d in every field of every message', (wireType) => {
    for (let field = 0; field < 20; field++) {
      const key = varint((field << 3) | wireType);
      const content = [1, 0, 0, 0, 0, 0, 0, 0];
      survive(withField(...key, ...content));
      for (const message of [1, 2, 3, 4, 5, 11]) survive(withField(...bytes(message, [...key, ...content])));
      survive(withField(...bytes(2, bytes(3, [...key, ...content]))));
      survive(withField(...bytes(4, bytes(4, [...key, ...content]))));
    }
  });

  test('messages nested a million deep in a field nobody knows are skipped, not followed', () => {
    const nested = new Uint8Array(4_000_000).fill(0xa2); // 0xa2 0x0c is the key of field 196, a message
    for (let i = 0; i < nested.length; i += 4) nested.set([0xa2, 0x0c, 0x7f, 0x00], i);
    expect(['decoded', 'malformed', 'truncated']).toContain(codeOf(nested));
    const known = new Uint8Array(1_000_000).fill(0x0b); // starts of groups
    expect(codeOf(known)).toBe('malformed');
  });

  test('a stack of a million frames, and one frame more than allowed', () => {
    const sampleOf = (depth: number) => {
      const ids = new Uint8Array(depth).fill(1);
      const head = [...varint((1 << 3) | 2), ...varint(depth)];
      const tail = packed(2, [1]);
      const sample = Buffer.concat([Uint8Array.from(head), ids, Uint8Array.from(tail)]);
      return Buffer.concat([withField(), Uint8Array.from([...varint((2 << 3) | 2), ...varint(sample.length)]), sample]);
    };
    expect(decode(sampleOf(1_000_000)).stacks.locations.length).toBe(1_000_002);
    expect(codeOf(sampleOf(1_000_001))).toBe('too-large');
  });

  test('a million empty samples, of which one has the wrong number of values', () => {
    const empty = new Uint8Array(2_000_000);
    for (let i = 0; i < empty.length; i += 2) empty[i] = 0x12;
    expect(codeOf(Buffer.concat([withField(), empty]))).toBe('malformed');
    expect(codeOf(Buffer.concat([empty, Uint8Array.from(text(6, ''))]))).toBe('malformed');
    expect(codeOf(Buffer.concat([withField(), empty]), { limits: { samples: 1000 } })).toBe('too-large');
    // Lenient decoding leaves them out, and what it returns is as small as what is left.
    const { profile, repairs } = decodeLenient(Buffer.concat([withField(), empty]));
    expect(profile.samples.length).toBe(1);
    expect(repairs).toMatchObject([{ code: 'malformed', count: 1_000_000 }]);
  });

  test('a million strings, and strings longer than allowed', () => {
    const strings = Buffer.concat(Array.from({ length: 10_000 }, () => Uint8Array.from(text(6, 'x'))));
    expect(codeOf(Buffer.concat([withField(), strings]), { limits: { strings: 5_000 } })).toBe('too-large');
    const long = Buffer.concat([withField(), Uint8Array.from(text(6, 'x'.repeat(2_000)))]);
    expect(codeOf(long, { limits: { stringBytes: 1_999 } })).toBe('too-large');
    expect(codeOf(long, { limits: { stringBytes: 2_000 } })).toBe('decoded');
  });

  test('a gzip bomb stops at the limit', () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    expect(codeOf(bomb, { limits: { inflatedBytes: 1024 * 1024 } })).toBe('too-large');
    // Many small members are no way around it.
    const members = Buffer.concat(Array.from({ length: 64 }, () => gzipSync(Buffer.alloc(1024 * 1024))));
    expect(codeOf(members, { limits: { inflatedBytes: 1024 * 1024 } })).toBe('too-large');
    expect(codeOf(Buffer.alloc(2000), { limits: { inflatedBytes: 1000 } })).toBe('too-large');
  });

  test('a profile is no larger in memory than its bytes allow', () => {
    for (const name of ['go/cpu.base.pb.gz', 'edge/tail.pb.gz', 'json-unmarshal/base.pb.gz']) {
      const plain = gunzipSync(fixture(name));
      const { samples, stacks, locations } = decode(plain);
      const columns = [
        samples.stack,
        samples.labelSet,
        ...samples.values,
        stacks.start,
        stacks.locations,
        locations.address,
        locations.lineNumber,
      ];
      const size = columns.reduce((sum, column) => sum + column.buffer.byteLength, 0);
      expect(size).toBeLessThan(plain.length * 16);
    }
  });

  test('the same profile comes out of all forms in which it can be written', () => {
    const good = profileContent(decode(fixture('edge/all-fields.pb')));
    for (const name of ['all-fields.pb.gz', 'gzip-members.pb.gz', 'unpacked.pb', 'mixed-packing.pb', 'unknown-fields.pb']) {
      expect(profileContent(decode(fixture(`edge/${name}`)))).toEqual(good);
    }
    expect(profileContent(decode(encode(decode(fixture('edge/all-fields.pb')))))).toEqual(good);
  });
});
