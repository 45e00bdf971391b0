import { expect, test } from 'vitest';
import { findGaps } from './find-gaps.ts';

const days = (...numbers: number[]) => numbers.map((day) => day * 86_400_000);

test('a week without results among daily ones is a gap', () => {
  expect(findGaps(days(0, 1, 2, 9, 10), 10 * 86_400_000)).toEqual([{ from: 2 * 86_400_000, to: 9 * 86_400_000 }]);
});

test('the time since the last result is a gap too', () => {
  expect(findGaps(days(0, 1, 2), 30 * 86_400_000)).toEqual([{ from: 2 * 86_400_000, to: 30 * 86_400_000 }]);
});

test('results that are always a week apart leave no gap', () => {
  expect(findGaps(days(0, 7, 14, 21), 22 * 86_400_000)).toEqual([]);
});
