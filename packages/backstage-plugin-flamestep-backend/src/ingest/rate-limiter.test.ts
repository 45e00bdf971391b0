import { expect, test } from 'vitest';
import { createRateLimiter } from './rate-limiter.ts';

test('so many at once, and then one after another', () => {
  const limiter = createRateLimiter(60);
  const taken = (now: number) => limiter.take('shop/checkout', now) === undefined;
  expect(Array.from({ length: 61 }, () => taken(0)).filter(Boolean)).toHaveLength(60);
  expect(limiter.take('shop/checkout', 0)).toEqual({ retryAfterSeconds: 1 });
  expect(limiter.take('shop/wallet', 0)).toBeUndefined();
  expect([taken(500), taken(1_100), taken(1_200)]).toEqual([false, true, false]);
  expect(Array.from({ length: 61 }, () => taken(10 * 60_000)).filter(Boolean)).toHaveLength(60);
});

test('a clock that goes back gives nothing', () => {
  const limiter = createRateLimiter(1);
  limiter.take('shop/checkout', 1_000_000);
  expect(limiter.take('shop/checkout', 0)).toEqual({ retryAfterSeconds: 60 });
});
