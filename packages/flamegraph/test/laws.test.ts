import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFlameGraph, pruneFlameTree, type FlameLayout, type FlameTree } from '../src/index.ts';

const SMALL = 1e-9;
const value = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 1000 }), fc.integer({ min: -50, max: 50 }));

/** Trees of up to 60 nodes with few names, so that nodes join and functions recur. */
function trees(union: boolean): fc.Arbitrary<FlameTree> {
  const node = fc.record({ up: fc.nat(), name: fc.integer({ min: 0, max: 5 }), base: value, head: value });
  return fc.array(node, { maxLength: 60 }).map((nodes) => ({
    sampleType: { type: 'cpu', unit: 'count' },
    names: ['a', 'b', 'c', 'd', 'e', 'f'],
    nodes: {
      parent: nodes.map(({ up }, i) => (up % (i + 1)) - 1),
      name: nodes.map(({ name }) => name),
      head: nodes.map(({ head }) => head),
      ...(union ? { base: nodes.map(({ base }) => base) } : {}),
    },
  }));
}

const sum = (column: ArrayLike<number>) => Array.from(column).reduce((a, b) => a + b, 0);
const options = fc.record({ order: fc.constantFrom('name' as const, 'weight' as const), foldRecursion: fc.boolean() });
const anyTree = fc.boolean().chain(trees);

function children(layout: FlameLayout, box: number): number[] {
  const count = layout.firstChild[box + 1] - layout.firstChild[box];
  return Array.from({ length: count }, (_, i) => layout.firstChild[box] + i);
}

describe('layout', () => {
  test('keeps the totals', () => {
    fc.assert(
      fc.property(anyTree, options, (tree, options) => {
        const layout = layoutFlameGraph(tree, options);
        expect(layout.totalHead[0]).toBe(sum(tree.nodes.head));
        expect(layout.totalBase[0]).toBe(sum(tree.nodes.base ?? []));
        expect(sum(layout.ownHead)).toBe(sum(tree.nodes.head));
      }),
    );
  });

  test('keeps callees inside their caller, in a row without overlap, and leaves the own cost free', () => {
    fc.assert(
      fc.property(anyTree, options, (tree, options) => {
        const layout = layoutFlameGraph(tree, options);
        for (let box = 0; box < layout.boxCount; box++) {
          let edge = layout.x[box];
          for (const child of children(layout, box)) {
            expect(Math.abs(layout.x[child] - edge)).toBeLessThan(SMALL);
            edge = layout.x[child] + layout.width[child];
          }
          expect(edge).toBeLessThan(layout.x[box] + layout.width[box] + SMALL);
        }
        for (let row = 0; row < layout.rowStart.length - 1; row++) {
          for (let box = layout.rowStart[row] + 1; box < layout.rowStart[row + 1]; box++) {
            expect(layout.x[box]).toBeGreaterThan(layout.x[box - 1] + layout.width[box - 1] - SMALL);
          }
        }
      }),
    );
  });

  test('has each function once under a caller, and once in a stack when folded', () => {
    fc.assert(
      fc.property(anyTree, fc.boolean(), (tree, foldRecursion) => {
        const layout = layoutFlameGraph(tree, { foldRecursion });
        for (let box = 0; box < layout.boxCount; box++) {
          const names = children(layout, box).map((child) => layout.name[child]);
          expect(new Set(names).size).toBe(names.length);
          for (let above = layout.parent[box]; foldRecursion && above > 0; above = layout.parent[above]) {
            expect(layout.name[above]).not.toBe(layout.name[box]);
          }
        }
      }),
    );
  });

  test('is the same picture when base and head change places', () => {
    fc.assert(
      fc.property(trees(true), options, (tree, options) => {
        const { base = [], head } = tree.nodes;
        const layout = layoutFlameGraph(tree, options);
        const swapped = layoutFlameGraph({ ...tree, nodes: { ...tree.nodes, base: head, head: base } }, options);
        expect(swapped.x).toEqual(layout.x);
        expect(swapped.width).toEqual(layout.width);
        expect(swapped.totalHead).toEqual(layout.totalBase);
      }),
    );
  });

  test('of a profile with itself is the layout of that profile', () => {
    fc.assert(
      fc.property(trees(false), options, (tree, options) => {
        const twice = layoutFlameGraph({ ...tree, nodes: { ...tree.nodes, base: tree.nodes.head } }, options);
        expect(twice.x).toEqual(layoutFlameGraph(tree, options).x);
      }),
    );
  });

  test('has function totals that no recursion can make larger than the whole', () => {
    fc.assert(
      fc.property(trees(false), fc.boolean(), (tree, foldRecursion) => {
        const positive = { ...tree, nodes: { ...tree.nodes, head: Array.from(tree.nodes.head, Math.abs) } };
        const { functions, totalHead } = layoutFlameGraph(positive, { foldRecursion });
        for (const total of functions.totalHead) expect(total).toBeLessThanOrEqual(totalHead[0]);
        expect(functions).toMatchObject({ totalHead: layoutFlameGraph(positive).functions.totalHead });
      }),
    );
  });
});

describe('pruning', () => {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });

  test('keeps the totals, the width of what stays, and the numbers of functions', () => {
    fc.assert(
      fc.property(anyTree, fraction, (tree, minFraction) => {
        const before = layoutFlameGraph(tree);
        const pruned = pruneFlameTree(tree, { minFraction });
        const after = layoutFlameGraph(JSON.parse(JSON.stringify(pruned)));
        expect(after.totalHead[0]).toBe(before.totalHead[0]);
        expect(after.totalBase[0]).toBe(before.totalBase[0]);
        expect(after.whole).toEqual(before.whole);
        expect(after.functions.ownHead).toEqual(before.functions.ownHead);
        expect(after.functions.totalHead).toEqual(before.functions.totalHead);
        expect(after.functions.totalBase).toEqual(before.functions.totalBase);
        const wide = [...before.width.keys()].filter((box) => box > 0 && before.width[box] >= minFraction);
        const kept = [...after.width.keys()].filter((box) => box > 0 && after.name[box] >= 0);
        expect(kept.length).toBe(wide.length);
        kept.forEach((box, i) => {
          expect(after.name[box]).toBe(before.name[wide[i]]);
          expect(after.width[box]).toBeCloseTo(before.width[wide[i]], 9);
        });
      }),
    );
  });

  test('twice changes no total', () => {
    fc.assert(
      fc.property(anyTree, fraction, (tree, minFraction) => {
        const once = pruneFlameTree(tree, { minFraction });
        const twice = layoutFlameGraph(pruneFlameTree(once, { minFraction }));
        expect(twice.totalHead[0]).toBe(layoutFlameGraph(once).totalHead[0]);
        expect(twice.functions.totalHead).toEqual(layoutFlameGraph(once).functions.totalHead);
      }),
    );
  });
});
