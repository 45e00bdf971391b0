import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { stackTree } from './stack-tree.ts';
import type { StackTree } from './stack-tree.ts';

/** The tree as indented lines `name head`, or `name base → head` for two profiles. */
function outline({ names, nodes }: StackTree): string[] {
  const depth: number[] = [];
  return nodes.parent.map((parent, node) => {
    depth[node] = parent < 0 ? 0 : depth[parent]! + 1;
    const values = nodes.base ? `${nodes.base[node]} → ${nodes.head[node]}` : `${nodes.head[node]}`;
    return `${'  '.repeat(depth[node])}${names[nodes.name[node]!]} ${values}`;
  });
}

const head = profileOf('main;parse;alloc 30', 'main;render > draw 12', 'main;parse 5', '(empty) 2');

test('joins stacks from the root, inlined functions too', () => {
  expect(outline(stackTree(head))).toEqual(['main 0', '  parse 5', '    alloc 30', '  render 0', '    draw 12', '<unknown> 2']);
  expect(stackTree(head).sampleType).toEqual({ type: 'samples', unit: 'count' });
});

test('puts base and head on one tree', () => {
  const base = profileOf('main;parse;alloc 40', 'main;old 3', 'main;render 1');
  const tree = stackTree(head, { base });
  expect(outline(tree)).toEqual([
    'main 0 → 0',
    '  parse 0 → 5',
    '    alloc 40 → 30',
    '  render 1 → 0',
    '    draw 0 → 12',
    '<unknown> 0 → 2',
    '  old 3 → 0',
  ]);
  expect(tree.whole).toEqual({ head: 49, base: 44 });
});

test('recursion is not folded, but equal names at different places of the code are one', () => {
  expect(outline(stackTree(profileOf('f@a.go:1;f@a.go:2 1', 'f@a.go:3;f@a.go:4 1')))).toEqual(['f 0', '  f 2']);
});

test('tells apart what the granularity tells apart, and filters both sides', () => {
  const options = { granularity: 'lines', focus: 'f', base: profileOf('g@a.go:9 1', 'f@a.go:1 4') } as const;
  expect(outline(stackTree(profileOf('f@a.go:1 2', 'f@a.go:2 3'), options))).toEqual(['f a.go:1 4 → 2', 'f a.go:2 0 → 3']);
});

test('filters leave 100 % as it was', () => {
  expect(stackTree(head, { focus: 'draw' }).whole).toEqual({ head: 49 });
  expect(stackTree(head, { focus: 'draw', relativePercentages: true }).whole).toEqual({ head: 12 });
});

test('is plain JSON', () => {
  const tree = stackTree(head, { base: head });
  expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
});

test('refuses means, and a base of another unit', () => {
  expect(() => stackTree(head, { mean: true })).toThrow(expect.objectContaining({ code: 'incompatible' }));
  const base = profileOf({ sampleTypes: 'samples/seconds' }, 'main 1');
  expect(() => stackTree(head, { base })).toThrow('the base measures samples/seconds, the other profile samples/count');
});

test('a tree of many nodes', () => {
  const lines = Array.from({ length: 3000 }, (_, i) => `main;f${i % 50};g${i} 1`);
  expect(stackTree(profileOf(...lines)).nodes.parent).toHaveLength(1 + 50 + 3000);
});
