import { expect, test } from 'vitest';
import { profileOf } from '../../../test/profile-of.ts';
import { parse } from '../parse.ts';
import { encodeCollapsed } from './encode-collapsed.ts';

const text = (profile: Parameters<typeof encodeCollapsed>[0], sampleIndex = 0) =>
  new TextDecoder().decode(encodeCollapsed(profile, sampleIndex));

test('writes one line for each distinct stack with its total', () => {
  const profile = profileOf('main;parse 12 {thread=a}', 'main 3', 'main;parse 5 {thread=b}');
  expect(text(profile)).toBe('main;parse 17\nmain 3\n');
});

test('writes the sample type that is asked for', () => {
  const profile = profileOf({ sampleTypes: 'samples/count cpu/nanoseconds' }, 'main 1 100', 'main;io 1 0');
  expect(text(profile, 1)).toBe('main 100\n');
  expect(() => encodeCollapsed(profile, 2)).toThrowError(expect.objectContaining({ code: 'incompatible' }));
});

test('inlined frames stand one by one, and a frame without a function is its address', () => {
  expect(text(profileOf('main > inlined;libc.so!0x12ab;0x0 4'))).toBe('main;inlined;0x12ab;[unknown] 4\n');
});

test('what cancels out is left out, what is negative stays', () => {
  expect(text(profileOf('a 2', 'b 1', 'a -2', 'c -3'))).toBe('b 1\nc -3\n');
});

test('what would break a line is replaced', () => {
  const profile = parse(
    new TextEncoder().encode(
      '{"shared":{"frames":[{"name":"#a;b\\nc"},{"name":""}]},"profiles":[' +
        '{"type":"sampled","name":"x","unit":"none","samples":[[0,1]],"weights":[2]}]}',
    ),
  );
  expect(text(profile)).toBe(' #a:b c;[unknown] 2\n');
});

test('an empty stack is a line with the number alone, and comes back', () => {
  expect(text(profileOf('(empty) 3', 'a 1'))).toBe(' 3\na 1\n');
  expect(text(parse(encodeCollapsed(profileOf('a 1', '(empty) 3'), 0)))).toBe('a 1\n 3\n');
});

test('a total past 2^53 is an error', () => {
  const profile = profileOf('a 9007199254740991', 'a 1');
  expect(() => encodeCollapsed(profile, 0)).toThrowError(expect.objectContaining({ code: 'out-of-range' }));
});
