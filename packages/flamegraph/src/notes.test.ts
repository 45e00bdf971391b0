import { expect, test } from 'vitest';
import { treeOf } from '../test/tree-of.ts';
import { layoutFlameGraph } from './layout-flame-graph.ts';
import { describeNotes } from './notes.ts';

const notes = (tree: Parameters<typeof layoutFlameGraph>[0]) =>
  describeNotes(layoutFlameGraph(tree)).map((note) => note.replaceAll('\u00a0', ' '));

test('an ordinary tree needs none', () => {
  expect(notes(treeOf('main;parse 30', 'main;render 12'))).toEqual([]);
});

test('negative values are counted, side by side', () => {
  expect(notes(treeOf('main;a 10 → -20', 'main;b -5 → 5'))).toEqual([
    '2 boxes have a negative own value (−5 in base, −20 in head in all): drawn dashed, as wide as its size, ' +
      'and hollow where the value with callees is negative.',
    '100 % is the sum of all own values without their signs.',
  ]);
});

test('cut names are counted', () => {
  expect(notes(treeOf(`${'x'.repeat(5000)} 1`))).toEqual(['1 name is cut in the middle because of its length.']);
});
