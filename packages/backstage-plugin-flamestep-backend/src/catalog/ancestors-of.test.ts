import { expect, test } from 'vitest';
import { ancestorsOf } from './ancestors-of.ts';

test('every group above, and circles end', () => {
  const above = ancestorsOf(
    new Map([
      ['wallets', ['payments']],
      ['payments', ['shop', 'finance']],
      ['shop', []],
      ['a', ['b']],
      ['b', ['a']],
    ]),
  );
  expect(Object.fromEntries(above)).toEqual({
    wallets: ['finance', 'payments', 'shop'],
    payments: ['finance', 'shop'],
    shop: [],
    a: ['b'],
    b: ['a'],
  });
});
