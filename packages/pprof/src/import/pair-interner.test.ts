import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairInterner } from './pair-interner.ts';

test('numbers pairs in the order in which they first appear', () => {
  const pairs = new PairInterner('pairs');
  expect([pairs.number(-1, 5), pairs.number(5, -1), pairs.number(-1, 5), pairs.number(0, 0)]).toEqual([0, 1, 0, 2]);
  expect([pairs.first(1), pairs.second(1), pairs.length]).toEqual([5, -1, 3]);
});

test('does what a Map does', () => {
  const anyPair = fc.tuple(fc.integer({ min: -1, max: 60 }), fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(fc.array(anyPair, { maxLength: 3000, size: 'max' }), (list) => {
      const pairs = new PairInterner('pairs');
      const expected = new Map<string, number>();
      for (const [first, second] of list) {
        const key = `${first} ${second}`;
        if (!expected.has(key)) expected.set(key, expected.size);
        expect(pairs.number(first, second)).toBe(expected.get(key));
      }
    }),
    { numRuns: 20 },
  );
});
