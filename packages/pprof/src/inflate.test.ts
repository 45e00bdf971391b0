import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import * as browser from './inflate.browser.ts';
import * as node from './inflate.node.ts';
import { isProfileError } from './profile-error.ts';

const TEXT = Buffer.from('hello, profile '.repeat(1000));
const AMPLE = 1 << 20;

describe.each([
  ['Node', node],
  ['the browser', browser],
])('inflate in %s', (_, { inflate, deflate }) => {
  const codeOf = (bytes: Uint8Array, maxBytes = AMPLE): string => {
    try {
      inflate(bytes, maxBytes);
      return 'none';
    } catch (error) {
      if (isProfileError(error)) return error.code;
      throw error;
    }
  };

  it('gives back what deflate made', () => {
    expect(Buffer.from(inflate(deflate(TEXT), AMPLE))).toEqual(TEXT);
  });

  it('joins several members', () => {
    expect(Buffer.from(inflate(Buffer.concat([gzipSync('a'), gzipSync(''), gzipSync('b')]), AMPLE)).toString()).toBe('ab');
  });

  it('inflates more than one chunk', () => {
    const large = Buffer.alloc(5_000_000, 'abcdefg');
    expect(Buffer.from(inflate(gzipSync(large), 5_000_000)).equals(large)).toBe(true);
  });

  it('stops at the limit, whatever the trailer claims', () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    expect(codeOf(bomb)).toBe('too-large');
    bomb.writeUInt32LE(1, bomb.length - 4);
    expect(codeOf(bomb)).toBe('too-large');
  });

  it('calls data that end early truncated', () => {
    const whole = gzipSync(TEXT);
    for (const length of [3, 10, 15, whole.length - 9, whole.length - 1])
      expect(codeOf(whole.subarray(0, length))).toBe('truncated');
  });

  it('refuses bytes behind the last member', () => {
    expect(codeOf(Buffer.concat([gzipSync('a'), Buffer.from('xyzzy xyzzy xyzzy')]))).toBe('malformed');
    expect(codeOf(Buffer.concat([gzipSync('a'), Buffer.alloc(20)]))).toBe('malformed');
  });

  it('refuses a wrong checksum', () => {
    const broken = gzipSync(TEXT);
    broken[broken.length - 5] ^= 1;
    expect(codeOf(broken)).toBe('malformed');
  });
});
