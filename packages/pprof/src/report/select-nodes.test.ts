import { expect, test } from 'vitest';
import { selectNodes } from './select-nodes.ts';
import type { NodeSelectionRules } from './select-nodes.ts';

const everything: NodeSelectionRules = { sort: 'flat', nodeCount: 0, nodeFraction: 0, dropNegative: false };

/** Nodes as `name flat cum`. */
function select(nodes: string[], rules: Partial<NodeSelectionRules> = {}) {
  const rows = nodes.map((node) => node.split(' '));
  const column = (i: number) => Float64Array.from(rows, (row) => Number(row[i]));
  const name = (node: number) => rows[node]![0]!;
  const selection = selectNodes({ flat: column(1), cum: column(2) }, name, { ...everything, ...rules });
  return {
    ...selection,
    shown: Array.from(selection.shown, name).join(' '),
    kept: selection.kept && rows.map(([node], i) => `${node}${selection.kept![i] === 1 ? '' : '-'}`).join(' '),
  };
}

test('sorts by the size of flat, then by name in byte order', () => {
  expect(select(['z 5 5', 'small 1 9', 'a 5 6', 'lost -7 -7', 'é 5 5']).shown).toBe('lost a z é small');
});

test('sorts by the size of cum', () => {
  expect(select(['leaf 5 5', 'b 0 9', 'a 0 9', 'lost 1 -10'], { sort: 'cum' }).shown).toBe('lost a b leaf');
});

test('what came to nothing is not shown, but stays in the graph', () => {
  const { shown, kept, dropped } = select(['a 1 1', 'cancelled 0 0']);
  expect({ shown, kept, dropped }).toEqual({ shown: 'a', kept: undefined, dropped: 0 });
});

test('nodes below the fraction are dropped from the graph, with what came to nothing', () => {
  const { shown, kept, dropped, available } = select(['a 190 190', 'tiny 9 9', 'zero 0 0', 'edge 1 10'], { nodeFraction: 0.05 });
  expect({ shown, kept, dropped, available }).toEqual({ shown: 'a edge', kept: 'a tiny- zero- edge', dropped: 1, available: 2 });
});

test('the fraction is of the net sum, so that a balanced comparison drops nothing', () => {
  expect(select(['up 1000 1000', 'down -1000 -1000', 'tiny 1 1'], { nodeFraction: 0.5 }).shown).toBe('down up tiny');
});

test('the limit of the number counts what the fraction left', () => {
  const { shown, kept, available, dropped } = select(['a 3 3', 'b 2 2', 'c 1 1'], { nodeCount: 2 });
  expect({ shown, kept, available, dropped }).toEqual({ shown: 'a b', kept: 'a b c-', available: 3, dropped: 0 });
});

test('dropNegative leaves out what costs less than nothing', () => {
  expect(select(['up 1 1', 'down -1 5', 'caller 0 -3', 'mixed 2 -1'], { dropNegative: true }).shown).toBe('mixed up');
});

test('flatSum is the sum before anything was dropped', () => {
  expect(select(['a 100 100', 'b 1 1'], { nodeFraction: 0.5 }).flatSum).toBe(101);
});
