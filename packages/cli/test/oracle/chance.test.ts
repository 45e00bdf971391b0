import { expect, test } from 'vitest';
import { mayDependOnChance, withoutOrder } from './chance.ts';

const SEPARATOR = '----------------------------------------------------------+-------------';
const lines = (...text: string[]): string => text.join('\n');

const EDGE = (value: string, name: string) => `${value.padStart(50)} 25.00% |   ${name}`;
const NODE = (flat: string, cum: string, name: string) =>
  `${flat.padStart(10)} 10.00% 10.00% ${cum.padStart(10)} 20.00%                | ${name}`;
const ROW = (flat: string, sum: string, cum: string, name: string) =>
  `${flat.padStart(10)} 10.00% ${sum} ${cum.padStart(10)} 20.00%  ${name}`;

test('edges of opposite weights, and equal edges, stand in any order', () => {
  expect(mayDependOnChance(lines(EDGE('10ms', 'a'), EDGE('-10ms', 'b'), NODE('1ms', '2ms', 'c')))).toBe(true);
  expect(mayDependOnChance(lines(EDGE('10ms', 'a'), EDGE('10ms', 'a (inline)'), NODE('1ms', '2ms', 'c')))).toBe(true);
  expect(mayDependOnChance(lines(EDGE('10ms', 'a'), EDGE('10ms', 'b'), NODE('1ms', '2ms', 'c')))).toBe(false);
  // One is a caller, the other a callee.
  expect(mayDependOnChance(lines(EDGE('10ms', 'a'), NODE('1ms', '2ms', 'c'), EDGE('-10ms', 'b')))).toBe(false);
});

test('nodes of one name and value stand in any order', () => {
  expect(mayDependOnChance(lines(ROW('1ms', '10.00%', '2ms', 'a'), ROW('1ms', '20.00%', '3ms', 'a (inline)')))).toBe(true);
  expect(mayDependOnChance(lines(ROW('1ms', '10.00%', '2ms', 'a'), ROW('1ms', '20.00%', '2ms', 'b')))).toBe(false);
});

test('two orders of the same rows are the same, other rows are not', () => {
  const one = lines(ROW('1ms', '10.00%', '2ms', 'a'), ROW('-1ms', '20.00%', '3ms', 'a'), SEPARATOR, EDGE('1ms', 'x'));
  const other = lines(ROW('-1ms', '12.00%', '3ms', 'a'), ROW('1ms', '22.00%', '2ms', 'a'), SEPARATOR, EDGE('1ms', 'x'));
  expect(withoutOrder(other)).toBe(withoutOrder(one));
  expect(withoutOrder(one.replace('3ms', '4ms'))).not.toBe(withoutOrder(one));
});
