import { expect, test } from 'vitest';
import { anchor, prose, table } from './markdown.mjs';

test('text is not taken for markdown, code is left as it is', () => {
  expect(prose('any *.go in `a_*` or <here>')).toBe('any \\*.go in `a_*` or \\<here>');
  expect(prose('Default: https://github.com.')).toBe('Default: `https://github.com`.');
});

test('a cell stays in its cell', () => {
  expect(table(['a'], [['x | y\nz']])).toBe('| a |\n| --- |\n| x \\| y z |');
  expect(table(['a'], [])).toBe('');
});

test('headings are reached as on GitHub', () => {
  expect(anchor('Tags (the labels of samples)')).toBe('tags-the-labels-of-samples');
  expect(anchor('GET /v1/reports/{id}')).toBe('get-v1reportsid');
});
