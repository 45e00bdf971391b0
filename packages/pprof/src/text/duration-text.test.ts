import { expect, test } from 'vitest';
import { durationText } from './duration-text.ts';

test.each([
  [0n, '0s'],
  [999n, '999ns'],
  [1500n, '1.5µs'],
  [2_000_001n, '2.000001ms'],
  [10_000_000_000n, '10s'],
  [60_250_000_000n, '1m0.25s'],
  [3_602_000_000_000n, '1h0m2s'],
  [-1_500_000n, '-1.5ms'],
])('%d ns is %s', (nanos, text) => {
  expect(durationText(nanos)).toBe(text);
});
