import { expect, test } from 'vitest';
import { runOrder } from './run-order.ts';
import { timeLeft } from './time-left.ts';

test('the order is reversed in every round', () => {
  expect([0, 1, 2, 3].map((round) => runOrder(round).join(' '))).toEqual(['base head', 'head base', 'base head', 'head base']);
});

test.each([
  [[], 4, undefined],
  [[100], 3, 300],
  [[900, 100, 110], 5, 550],
  [[900, 100], 2, 200],
])('after runs of %j ms, %i more take %s', (done, left, expected) => {
  expect(timeLeft(done, left)).toBe(expected);
});
