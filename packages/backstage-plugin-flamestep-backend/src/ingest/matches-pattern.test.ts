import { expect, test } from 'vitest';
import { matchesPattern } from './matches-pattern.ts';

test.each([
  ['shop/checkout', 'shop/*', true],
  ['Shop/Checkout', 'shop/checkout', true],
  ['shop/checkout', '*/checkout', true],
  ['shop/checkout-2', 'shop/checkout', false],
  ['evil/shop/x', 'shop/*', false],
  ['shopXcheckout', 'shop.checkout', false],
  ['shop/checkout', '*', false],
])('%s against %s: %s', (text, pattern, matches) => {
  expect(matchesPattern(text, pattern)).toBe(matches);
});
