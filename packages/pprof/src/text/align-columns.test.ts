import { expect, test } from 'vitest';
import { alignColumns } from './align-columns.ts';

test('aligns cells to the right, a column as wide as its widest neighbour', () => {
  const text = ['key:\t Total', ' \t1s (89%):\t one', ' \t100ms (9%):\t two', '', 'longer key:\t Total', ''].join('\n');
  expect(alignColumns(text)).toBe(
    [' key: Total', '        1s (89%): one', '      100ms (9%): two', '', ' longer key: Total', ''].join('\n'),
  );
});

test('a line without the cell ends the column', () => {
  expect(alignColumns('wide cell\tx\nplain\na\ty\n')).toBe(' wide cellx\nplain\n ay\n');
});

test('counts characters, so that an emoji is one wide', () => {
  expect(alignColumns('🔥\tx\nab\ty\n')).toBe('  🔥x\n aby\n');
});

test('a form feed ends all columns', () => {
  expect(alignColumns('wide\tx\fa\ty\n')).toBe(' widex\n ay\n');
});
