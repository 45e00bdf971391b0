import { expect, test } from 'vitest';
import { treeOf } from '../test/tree-of.ts';
import { boxLabel, layoutFlameGraph } from './layout-flame-graph.ts';
import { openingBox, openingFocus } from './opening-box.ts';

const layout = layoutFlameGraph(treeOf('main;serve;read 40', 'main;serve;write 45', 'main;log 5', 'gc;read 10'));

test('a narrow screen begins where the cost first divides', () => {
  expect(boxLabel(layout, openingFocus(layout))).toBe('serve');
});

test('begins at the root where it divides at once', () => {
  expect(openingFocus(layoutFlameGraph(treeOf('a 50', 'b 50')))).toBe(0);
});

test('opens at the widest box of the function asked for, and at the root where there is none', () => {
  expect(boxLabel(layout, layout.parent[openingBox(layout, 'read')])).toBe('serve');
  expect(openingBox(layout, 'nowhere')).toBe(0);
  expect(openingBox(layout, undefined)).toBe(0);
});
