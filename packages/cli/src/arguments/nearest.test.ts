import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

const NAMES = ['top', 'tree', 'tags', 'nodecount', 'nodefraction', 'sample-index', 'diff-base'];

test.each([
  ['tpo', 'top'],
  ['tre', 'tree'],
  ['nodecont', 'nodecount'],
  ['node-count', 'nodecount'],
  ['samples-index', 'sample-index'],
  ['diffbase', 'diff-base'],
  ['sample', 'sample-index'],
])('%s was meant to be %s', (word, meant) => {
  expect(nearest(word, NAMES)).toBe(meant);
});

test.each(['xyz', 'verbose', 'q'])('nothing is close to %s', (word) => {
  expect(nearest(word, NAMES)).toBeUndefined();
});
