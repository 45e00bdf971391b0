import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextLines } from './text-lines.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function all(bytes: Uint8Array): string[] {
  const lines = new TextLines(bytes);
  const texts: string[] = [];
  while (lines.next()) texts.push(lines.text);
  return texts;
}

test('a line ends in LF, CR LF or with the text', () => {
  expect(all(bytesOf('a\nb\r\n\nc\r'))).toEqual(['a', 'b', '', 'c']);
  expect(all(bytesOf('a\n'))).toEqual(['a']);
  expect(all(bytesOf(''))).toEqual([]);
});

test('a byte order mark is passed over', () => {
  expect(all(bytesOf('\ufeffa\nb'))).toEqual(['a', 'b']);
});

test('each line knows its number and its byte', () => {
  const lines = new TextLines(bytesOf('ä\nbc\nd'));
  const places: number[][] = [];
  while (lines.next()) places.push([lines.number, lines.offset]);
  expect(places).toEqual([
    [1, 0],
    [2, 3],
    [3, 6],
  ]);
  expect(lines.text).toBe('');
});

test('lines of any length, many of them, any bytes', () => {
  const piece = fc.tuple(fc.constantFrom('', 'a', 'ö', '\r', '🔥', '\udcff'), fc.integer({ min: 0, max: 40_000 }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const texts = pieces.map(([character, times]) => `x${character.repeat(times)}y`);
      const bytes = Buffer.concat(
        texts.flatMap((text) => [
          Buffer.from(text.replaceAll('\udcff', '\u00ff'), text.includes('\udcff') ? 'latin1' : 'utf8'),
          Buffer.from('\n'),
        ]),
      );
      expect(all(bytes)).toEqual(texts);
    }),
    { numRuns: 50 },
  );
});
