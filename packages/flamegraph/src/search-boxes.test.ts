import { expect, test } from 'vitest';
import { treeOf } from '../test/tree-of.ts';
import { boxLabel, layoutFlameGraph } from './layout-flame-graph.ts';
import { readSearch } from './name-matcher.ts';
import { pruneFlameTree } from './prune-flame-tree.ts';
import { searchBoxes } from './search-boxes.ts';

const find = (layout: ReturnType<typeof layoutFlameGraph>, typed: string) => searchBoxes(layout, readSearch(typed)!);

test('counts boxes and functions, and a match inside a match once in the share', () => {
  const layout = layoutFlameGraph(treeOf('main;read;readAll 30 → 10', 'main;write 50 → 60', 'other;read 20 → 30'));
  expect(find(layout, 'read')).toMatchObject({ boxes: 3, functions: 2, shares: { base: 0.5, head: 0.4 } });
});

test('ranks matches by width', () => {
  const layout = layoutFlameGraph(treeOf('a;f 10', 'b;f 60', 'c;f 30'));
  const widest = find(layout, 'f').widest.map((box) => boxLabel(layout, layout.parent[box]));
  expect(widest).toEqual(['b', 'c', 'a']);
});

test('counts matches in a range of boxes', () => {
  const layout = layoutFlameGraph(treeOf('a;f 10', 'b;g 60', 'c;f 30'));
  const { before } = find(layout, 'f');
  const [first, last] = [layout.rowStart[2], layout.rowStart[3]];
  expect(before[last] - before[first]).toBe(2);
  expect(before[first] - before[0]).toBe(0);
});

test('never finds the root or what was pruned', () => {
  const layout = layoutFlameGraph(pruneFlameTree(treeOf('main;all 90', 'main;x 1'), { minFraction: 0.1 }));
  expect(find(layout, 'all').boxes).toBe(1);
  expect(find(layout, 'other').boxes).toBe(0);
});
