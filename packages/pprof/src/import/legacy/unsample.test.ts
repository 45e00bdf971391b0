import { expect, test } from 'vitest';
import { unsample } from './unsample.ts';

test('divides by the probability of being recorded, and truncates', () => {
  const chance = 1 - Math.exp(-1000 / 4000);
  expect(unsample(3, 3000, 4000)).toEqual({ count: Math.trunc(3 / chance), size: Math.trunc(3000 / chance) });
});

test('what is much larger than the rate is always recorded', () => {
  expect(unsample(2, 20_000_000, 524_288)).toEqual({ count: 2, size: 20_000_000 });
});

test('a rate of 1 or none means that all is there', () => {
  expect(unsample(3, 3000, 1)).toEqual({ count: 3, size: 3000 });
  expect(unsample(3, 3000, 0)).toEqual({ count: 3, size: 3000 });
});

test('nothing stays nothing', () => {
  expect(unsample(0, 0, 4000)).toEqual({ count: 0, size: 0 });
  expect(unsample(3, 0, 4000)).toEqual({ count: 0, size: 0 });
});
