import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOut } from './share-out.ts';

test('shares in proportion', () => {
  expect(shareOut(100, [1, 1, 2])).toEqual([25, 25, 50]);
  expect(shareOut(100, [1, 1, 1])).toEqual([33, 34, 33]);
  expect(shareOut(7, [0, 0])).toEqual([0, 0]);
});

test('the parts add up to the whole, and none is negative', () => {
  const weights = fc.array(fc.nat(), { minLength: 1 }).filter((all) => all.some((weight) => weight > 0));
  fc.assert(
    fc.property(fc.maxSafeNat(), weights, (total, all) => {
      const parts = shareOut(total, all);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      expect(parts.every((part) => part >= 0)).toBe(true);
    }),
  );
});
