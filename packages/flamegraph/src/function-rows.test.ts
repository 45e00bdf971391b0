import { expect, test } from 'vitest';
import { treeOf } from '../test/tree-of.ts';
import { defaultOrder, orderFunctions, type RowOrder } from './function-rows.ts';
import { layoutFlameGraph } from './layout-flame-graph.ts';
import { readSearch } from './name-matcher.ts';

const one = layoutFlameGraph(treeOf('main;read 30', 'main;write 50', 'main 20'));
const two = layoutFlameGraph(treeOf('main;read 30 → 10', 'main;write 50 → 60', 'main;same 20 → 30'));

function rows(layout: typeof one, order: RowOrder = defaultOrder(layout), search?: string): string[] {
  return orderFunctions(layout, order, search === undefined ? undefined : readSearch(search)).map((name) => layout.names[name]);
}

test('one profile begins with the largest own cost', () => {
  expect(rows(one)).toEqual(['write', 'read', 'main']);
});

test('two begin with the largest change, either way', () => {
  expect(rows(two)).toEqual(['read', 'same', 'write', 'main']);
});

test('is ordered by any column, both ways', () => {
  expect(rows(one, { by: 'total', descending: true })).toEqual(['main', 'write', 'read']);
  expect(rows(one, { by: 'own', descending: false })).toEqual(['main', 'read', 'write']);
  expect(rows(one, { by: 'name', descending: false })).toEqual(['main', 'read', 'write']);
  expect(rows(two, { by: 'base', descending: true })).toEqual(['write', 'read', 'same', 'main']);
});

test('holds what the search finds', () => {
  expect(rows(one, defaultOrder(one), 'r')).toEqual(['write', 'read']);
});
