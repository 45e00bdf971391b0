import { expect, test } from 'vitest';
import { boxOf, showRows, treeOf } from '../test/tree-of.ts';
import { describeNotes } from './notes.ts';
import { layoutFlameGraph } from './layout-flame-graph.ts';
import { pruneFlameTree } from './prune-flame-tree.ts';

const tree = treeOf('main;big 90', 'main;small;deep 4', 'main;small 1', 'main;tiny 2', 'rest 3');

test('gathers small boxes under their caller and says how many', () => {
  const pruned = pruneFlameTree(tree, { minFraction: 0.06 });
  const layout = layoutFlameGraph(pruned);
  expect(showRows(layout)).toEqual(['all 100 @0+100', 'main 97 @0+97 | (other) 3 @97+3', 'big 90 @0+90 | (other) 7 @90+7']);
  expect(pruned.pruned).toEqual({ minFraction: 0.06, boxes: 4 });
  expect(describeNotes(layout)[0]).toMatch(/^4 boxes under 6.% of the whole stand together as “\(other\)”/);
});

test('keeps what a function cost although its boxes are gone', () => {
  const { functions, names } = layoutFlameGraph(pruneFlameTree(tree, { minFraction: 0.06 }));
  const small = names.indexOf('small');
  expect(functions.totalHead[small]).toBe(5);
  expect(functions.boxes[small]).toBe(0);
  expect(functions.widest[small]).toBe(-1);
});

test('does not let negative values cancel positive ones', () => {
  const pruned = pruneFlameTree(treeOf('main;big 100', 'main;up 5', 'main;down -5'), { minFraction: 0.1 });
  const rows = showRows(layoutFlameGraph(pruned));
  expect(rows[2]).toBe('big 100 @0+91 | (other) 5 @91+5 | (other, negative) -5 @95+5');
});

test('does not mix the remainder with a function that is called so', () => {
  const layout = layoutFlameGraph(pruneFlameTree(treeOf('main;(other) 50', 'main;tiny 1'), { minFraction: 0.1 }));
  expect(showRows(layout)[2]).toBe('(other) 50 @0+98 | (other) 1 @98+2');
  expect(layout.functions.ownHead[layout.names.indexOf('(other)')]).toBe(50);
  expect(layout.name[boxOf(layout, '(other)') + 1]).toBe(-1);
});

test('adds up what was pruned before', () => {
  const once = pruneFlameTree(tree, { minFraction: 0.025 });
  const twice = pruneFlameTree(once, { minFraction: 0.06 });
  expect(showRows(layoutFlameGraph(twice))[2]).toBe('big 90 @0+90 | (other) 7 @90+7');
});
