import { expect, test } from 'vitest';
import { limitConcurrency } from './limit-concurrency.ts';

test('no more than so many run at once, and all of them run, also after one that failed', async () => {
  const limit = limitConcurrency(2);
  let running = 0;
  let most = 0;
  const work = async (index: number) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running--;
    if (index === 1) throw new Error('no disk');
    return index;
  };
  const done = await Promise.allSettled([0, 1, 2, 3, 4].map((index) => limit(() => work(index))));
  expect(done.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect([most, running]).toEqual([2, 0]);
  expect(await limit(() => work(7))).toBe(7);
});
