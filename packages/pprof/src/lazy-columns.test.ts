import { expect, test } from 'vitest';
import { lazyColumns } from './lazy-columns.ts';

test('a column is made once, when it is first asked for', () => {
  const made: number[] = [];
  const columns = lazyColumns(3, (column) => {
    made.push(column);
    return Float64Array.of(column);
  });
  expect(columns).toHaveLength(3);
  expect(columns[1]).toBe(columns[1]);
  expect(made).toEqual([1]);
});

test('they read like any array of columns', () => {
  const columns = lazyColumns(2, (column) => Float64Array.of(column, 10 * column));
  expect(columns.map((column) => column[1])).toEqual([0, 10]);
  expect([...columns]).toEqual([Float64Array.of(0, 0), Float64Array.of(1, 10)]);
});
