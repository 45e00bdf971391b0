import { expect, test } from 'vitest';
import { SequenceTable } from './sequence-table.ts';

const same = Int32Array.from({ length: 100 }, (_, i) => i);

function internAll(table: SequenceTable, sequences: readonly (readonly number[])[]): number[] {
  return sequences.map((sequence) => table.intern(Int32Array.from(sequence), 0, sequence.length, same));
}

test('numbers sequences in the order in which they first come', () => {
  const table = new SequenceTable(0, 0);
  expect(internAll(table, [[1, 2], [2, 1], [], [1, 2], [1], [], [1, 2, 3]])).toEqual([0, 1, 2, 0, 3, 2, 4]);
  expect(table.length).toBe(5);
  expect([...table.items]).toEqual([1, 2, 2, 1, 1, 1, 2, 3]);
  expect([...table.start]).toEqual([0, 2, 4, 4, 5, 8]);
});

test('translates items, and keeps nothing of a sequence that has no translation', () => {
  const table = new SequenceTable(0, 0);
  const translation = Int32Array.of(7, 8, -1);
  expect(table.intern(Int32Array.of(9, 1, 0), 1, 3, translation)).toBe(0);
  expect(table.intern(Int32Array.of(0, 2, 1), 0, 3, translation)).toBe(-1);
  expect(table.length).toBe(1);
  expect([...table.items]).toEqual([8, 7]);
});

test('stays right while it grows', () => {
  const table = new SequenceTable(0, 0);
  const sequences = Array.from({ length: 5000 }, (_, i) => [i, i >> 3, 5]);
  expect(sequences.map((sequence) => table.internItems(sequence))).toEqual(sequences.map((_, i) => i));
  expect(sequences.map((sequence) => table.internItems(sequence))).toEqual(sequences.map((_, i) => i));
});

test('sequences made to collide are told apart, also after growing', () => {
  // Undoes the multiplication of the hash, so that every pair [x, y] ends in the same hash.
  const colliding = Array.from({ length: 3000 }, (_, x) => [x, Math.imul(x, 0x5bd1e995)]);
  const table = new SequenceTable(0, 0);
  expect(colliding.map((pair) => table.internItems(pair))).toEqual(colliding.map((_, i) => i));
  expect(colliding.map((pair) => table.internItems(pair))).toEqual(colliding.map((_, i) => i));
});
