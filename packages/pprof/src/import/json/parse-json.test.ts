import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../limits.ts';
import { parseJson } from './parse-json.ts';

const parseText = (text: string) => parseJson(new TextEncoder().encode(text), DEFAULT_LIMITS);

test('parses, with or without a byte order mark', () => {
  expect(parseText('{"a": [1, "b"]}')).toEqual({ a: [1, 'b'] });
  expect(parseText('\ufeff{}')).toEqual({});
});

test('bytes that are no UTF-8 are kept', () => {
  expect(parseJson(Uint8Array.from([0x22, 0xff, 0x22]), DEFAULT_LIMITS)).toBe('\udcff');
});

test('a fault has its byte offset, not that of the character', () => {
  expect(() => parseText('{"ö": x}')).toThrowError(expect.objectContaining({ code: 'malformed', offset: 7 }));
});

test.each(['{"a": [1', '{"a', '{"a": tru', '["\\'])('%s ends early', (text) => {
  expect(() => parseText(text)).toThrowError(expect.objectContaining({ code: 'truncated', offset: text.length }));
});

test('nesting and the number of parts are bounded before anything is parsed', () => {
  const deepest = { ...DEFAULT_LIMITS, stackDepth: 10 };
  expect(() => parseJson(new TextEncoder().encode('['.repeat(100)), deepest)).toThrowError(
    expect.objectContaining({ code: 'too-large', offset: 36 }),
  );
  expect(() => parseText(`[${'[],'.repeat(10_000_001)}[]]`)).toThrowError(expect.objectContaining({ code: 'too-large' }));
});

test('brackets in texts do not count', () => {
  const deepest = { ...DEFAULT_LIMITS, stackDepth: 10 };
  const text = JSON.stringify([`\\"${'['.repeat(1000)}`, '"', '[']);
  expect(parseJson(new TextEncoder().encode(text), deepest)).toHaveLength(3);
});
