import { expect, test } from 'vitest';
import { rememberBriefly } from './remember-briefly.ts';

test('an answer is found once, for a while, for each key', async () => {
  const remember = rememberBriefly<number>(1_000, 2);
  let found = 0;
  const ask = (key: string, now: number) => remember(key, now, async () => ++found);
  expect(await Promise.all([ask('a', 0), ask('a', 999), ask('b', 0)])).toEqual([1, 1, 2]);
  expect(await ask('a', 1_000)).toBe(3);
  await ask('c', 1_000);
  expect(await ask('b', 500)).toBe(5);
});

test('what failed is asked for again', async () => {
  const remember = rememberBriefly<number>(1_000, 2);
  await expect(remember('a', 0, () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  expect(await remember('a', 0, async () => 1)).toBe(1);
});
