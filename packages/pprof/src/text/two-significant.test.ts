import { expect, test } from 'vitest';
import { twoSignificant } from './two-significant.ts';

test.each([
  [0, '0'],
  [0.5, '0.5'],
  [0.89285, '0.89'],
  [0.125, '0.12'],
  [0.375, '0.38'],
  [0.996, '1'],
  [0.0996, '0.1'],
  [0.00012345, '0.00012'],
  [0.000099, '9.9e-05'],
  [0.0000996, '0.0001'],
  [0.00001, '1e-05'],
  [1.26e-120, '1.3e-120'],
])('%d is written %s', (value, text) => {
  expect(twoSignificant(value)).toBe(text);
});
