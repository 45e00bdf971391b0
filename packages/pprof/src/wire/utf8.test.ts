import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from './utf8.ts';

test('any bytes come back as they were', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(encodeUtf8(decodeUtf8(bytes))).toEqual(bytes);
    }),
  );
});

test('a byte that is no UTF-8 leaves the text around it readable', () => {
  const text = 'größe 語 🔥 '.repeat(2000);
  const bytes = Uint8Array.from([...new TextEncoder().encode(text), 0xff, ...new TextEncoder().encode(text)]);
  expect(decodeUtf8(bytes)).toBe(`${text}\udcff${text}`);
});
