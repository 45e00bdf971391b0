import { expect, test } from 'vitest';
import { countCharacters, padLeft } from './pad-left.ts';

test('pads to a width in characters, not in UTF-16 units', () => {
  expect(padLeft('12ms', 6)).toBe('  12ms');
  expect(padLeft('µs', 4)).toBe('  µs');
  expect(padLeft('🔥', 3)).toBe('  🔥');
  expect(padLeft('🔥🔥🔥', 4)).toBe(' 🔥🔥🔥');
});

test('leaves what is wide enough', () => {
  expect(padLeft('1234567', 4)).toBe('1234567');
});

test('counts an astral character once', () => {
  expect(countCharacters('a🔥b')).toBe(3);
});
