import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PairTable } from './pair-table.ts';

test('numbers pairs in the order in which they come, and finds them again', () => {
  const table = new PairTable();
  const pairs = Array.from({ length: 5000 }, (_, i): [number, number] => [(i * 7919) % 101, i]);
  expect(pairs.map(([a, b]) => table.find(a, b))).toEqual(pairs.map((_, i) => i));
  expect(pairs.map(([a, b]) => table.find(a, b))).toEqual(pairs.map((_, i) => i));
  expect(table.length).toBe(5000);
});

test('tells the order of a pair, and takes -1', () => {
  const table = new PairTable();
  expect([table.find(1, 2), table.find(2, 1), table.find(-1, 2), table.find(-1, 2)]).toEqual([0, 1, 2, 2]);
  expect([...table.first.subarray(0, 3)]).toEqual([1, 2, -1]);
  expect([...table.second.subarray(0, 3)]).toEqual([2, 1, 2]);
});

test('pairs that all hash alike are numbered like others', () => {
  // Multiples of 2^24 multiplied give 0 in the low 24 bits, so that only the second number, which is the same, tells places apart.
  const alike = Array.from({ length: 127 }, (_, i): [number, number] => [i * 2 ** 24 - 1, 5]);
  const table = new PairTable();
  expect(alike.map(([a, b]) => table.find(a, b))).toEqual(alike.map((_, i) => i));
  for (let i = 0; i < 600; i++) table.find(i, 7);
  expect(alike.map(([a, b]) => table.find(a, b))).toEqual(alike.map((_, i) => i));
});

test('does what a Map does', () => {
  const anyPair = fc.tuple(fc.integer({ min: -1, max: 60 }), fc.integer({ min: 0, max: 60 }));
  fc.assert(
    fc.property(fc.array(anyPair, { maxLength: 3000, size: 'max' }), (list) => {
      const pairs = new PairTable();
      const expected = new Map<string, number>();
      for (const [first, second] of list) {
        const key = `${first} ${second}`;
        if (!expected.has(key)) expected.set(key, expected.size);
        expect(pairs.find(first, second)).toBe(expected.get(key));
      }
    }),
    { numRuns: 20 },
  );
});
