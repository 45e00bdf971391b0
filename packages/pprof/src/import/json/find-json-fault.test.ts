import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './find-json-fault.ts';

const faultIn = (text: string) => findJsonFault(new TextEncoder().encode(text), 0);

test.each([
  ['{"a": x}', 6],
  ['{"a" 1}', 5],
  ['{"a": 1,}', 8],
  ['{a: 1}', 1],
  ['[1 2]', 3],
  ['[1,]', 3],
  ['[1}', 2],
  ['[01]', 1],
  ['[1.]', 1],
  ['["\\x"]', 2],
  ['["a\nb"]', 3],
  ['{} {}', 3],
  ['', 0],
  ['[1, 2', 5],
  ['[tru', 4],
  ['["a\\', 4],
])('%j is broken at byte %d', (text, offset) => {
  expect(faultIn(text)).toBe(offset);
});

test('finds a fault exactly where JSON.parse does', () => {
  const nearlyJson = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', ']', '{', '0', '-', '\\', ' ', 'e'), fc.nat(2))
    .map(
      ([text, at, insert, remove]) =>
        text.slice(0, at % (text.length + 1)) + insert + text.slice((at % (text.length + 1)) + remove),
    );
  fc.assert(
    fc.property(nearlyJson, (text) => {
      let isValid = true;
      try {
        JSON.parse(text);
      } catch {
        isValid = false;
      }
      expect(faultIn(text) === undefined).toBe(isValid);
    }),
    { numRuns: 2000 },
  );
});
