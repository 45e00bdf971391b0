import { expect, test } from 'vitest';
import { boxOf, treeOf } from '../test/tree-of.ts';
import { boxLabel, layoutFlameGraph } from './layout-flame-graph.ts';
import { nextBox, type Direction } from './next-box.ts';

const layout = layoutFlameGraph(treeOf('main;a;x 10', 'main;b;y 60', 'main;b;z 20', 'main;c 1', 'main;d;w 9'));
const ALL = { from: 0, to: 1 };

function walk(from: string, direction: Direction, view = ALL, narrowest = 0.02): string {
  return boxLabel(layout, nextBox(layout, boxOf(layout, from), direction, view, narrowest));
}

test('goes up to the caller and down to the widest callee', () => {
  expect(walk('main', 'callee')).toBe('b');
  expect(walk('b', 'callee')).toBe('y');
  expect(walk('b', 'caller')).toBe('main');
  expect(walk('main', 'caller')).toBe('all');
});

test('goes sideways along the row, past boxes too narrow to be seen, and into other callers’ boxes', () => {
  expect(walk('a', 'right')).toBe('b');
  expect(walk('b', 'right')).toBe('d');
  expect(walk('d', 'left')).toBe('b');
  expect(walk('x', 'right')).toBe('y');
});

test('stays where there is nothing', () => {
  expect(walk('all', 'caller')).toBe('all');
  expect(walk('all', 'left')).toBe('all');
  expect(walk('y', 'callee')).toBe('y');
  expect(walk('d', 'right')).toBe('d');
  expect(walk('d', 'callee', ALL, 0.5)).toBe('d');
});

test('stays inside the zoomed part, and comes back into it from above', () => {
  const b = boxOf(layout, 'b');
  const view = { from: layout.x[b], to: layout.x[b] + layout.width[b] };
  expect(walk('y', 'left', view)).toBe('y');
  expect(walk('b', 'left', view)).toBe('b');
  expect(walk('main', 'callee', view)).toBe('b');
});
