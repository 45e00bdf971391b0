import { expect, test } from 'vitest';
import { integerOfAnyBase, isBlankOrComment, trimSpace } from './go-text.ts';

test('white space is what Go takes for it', () => {
  expect(trimSpace(' \t\r\n\u0085\u00a0\u2003x y\u3000\v\f ')).toBe('x y');
  expect(trimSpace('\ufeffx')).toBe('\ufeffx');
  expect(isBlankOrComment(' \u0085 ')).toBe(true);
  expect(isBlankOrComment('  # x')).toBe(true);
  expect(isBlankOrComment('x # y')).toBe(false);
});

test.each([
  ['12', 12n],
  ['-12', -12n],
  ['0', 0n],
  ['010', 8n],
  ['0o17', 15n],
  ['0x1F', 31n],
  ['0b101', 5n],
  ['18446744073709551616', 18446744073709551616n],
])('%s is a number', (text, value) => {
  expect(integerOfAnyBase(text)).toBe(value);
});

test.each(['', '-', '08', '1.5', '1e3', ' 1', '0x', 'x1', '1'.repeat(100)])('%j is none', (text) => {
  expect(integerOfAnyBase(text)).toBeUndefined();
});
