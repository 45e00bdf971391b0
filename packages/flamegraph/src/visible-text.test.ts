import { expect, test } from 'vitest';
import { visibleText } from './visible-text.ts';

test('shows what would hide or turn text', () => {
  expect(visibleText('safe\u202Egnp.exe')).toBe('safe<U+202E>gnp.exe');
  expect(visibleText('a\u0000b\nc\u200bd\u2066e')).toBe('a<U+0000>b<U+000A>c<U+200B>d<U+2066>e');
});

test('leaves every other script alone', () => {
  expect(visibleText('観測.実行 café.λ 😀')).toBe('観測.実行 café.λ 😀');
});

test('cuts long names in the middle', () => {
  expect(visibleText(`start${'x'.repeat(100_000)}end`, 20)).toBe('startxxxxx…xxxxxxxend');
});
