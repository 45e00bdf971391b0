import { describe, expect, test } from 'vitest';
import { treeOf } from '../test/tree-of.ts';
import { isFlamegraphError } from './flamegraph-error.ts';
import { readFlameTree, type FlameTreeLimits } from './read-flame-tree.ts';

const good = treeOf('main;parse 30 → 45', 'main;render 12 → 12');

function fault(tree: unknown, limits?: Partial<FlameTreeLimits>): string {
  try {
    readFlameTree(tree, limits);
  } catch (error) {
    if (isFlamegraphError(error)) return `${error.code} ${error.path}`;
    throw error;
  }
  return 'accepted';
}

const withNodes = (nodes: object) => ({ ...good, nodes: { ...good.nodes, ...nodes } });

describe('a tree from outside', () => {
  test('is accepted when all holds, also after JSON', () => {
    expect(fault(good)).toBe('accepted');
    expect(fault(JSON.parse(JSON.stringify(good)))).toBe('accepted');
  });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'invalid-shape tree'],
    ['an array', [], 'invalid-shape tree'],
    ['no names', { ...good, names: undefined }, 'invalid-shape names'],
    ['a name that is a number', { ...good, names: ['main', 3] }, 'invalid-shape names[1]'],
    ['a hole in the names', { ...good, names: new Array(3) }, 'invalid-shape names[0]'],
    ['no sample type', { ...good, sampleType: null }, 'invalid-shape sampleType'],
    ['no unit', { ...good, sampleType: { type: 'cpu' } }, 'invalid-shape sampleType.unit'],
    ['columns of two lengths', withNodes({ name: [0, 1, 2] }), 'invalid-shape nodes.name'],
    ['a column of text', withNodes({ head: 'abcd' }), 'invalid-shape nodes.head'],
    ['a value that is text', withNodes({ head: [0, 1, 2, '3'] }), 'invalid-shape nodes.head[3]'],
    ['big integers', withNodes({ head: new BigInt64Array(4) }), 'invalid-shape nodes.head'],
    ['NaN', withNodes({ base: [0, Number.NaN, 0, 0] }), 'out-of-range nodes.base[1]'],
    ['infinity', withNodes({ head: [0, 0, Number.POSITIVE_INFINITY, 0] }), 'out-of-range nodes.head[2]'],
    ['a value past 2^53', withNodes({ head: [0, 2 ** 53, 0, 0] }), 'out-of-range nodes.head[1]'],
    ['a parent that comes later', withNodes({ parent: [-1, 2, -1, 2] }), 'dangling-reference nodes.parent[1]'],
    ['a node that calls itself', withNodes({ parent: [-1, 0, 2, 2] }), 'dangling-reference nodes.parent[2]'],
    ['a parent below -1', withNodes({ parent: [-2, 0, -1, 2] }), 'dangling-reference nodes.parent[0]'],
    ['a parent and a half', withNodes({ parent: [-1, 0.5, -1, 2] }), 'dangling-reference nodes.parent[1]'],
    ['a name that is not there', withNodes({ name: [0, 3, 0, 1] }), 'dangling-reference nodes.name[1]'],
    ['the root’s own number as a name', withNodes({ name: [0, -3, 0, 1] }), 'dangling-reference nodes.name[1]'],
    ['a negative whole', { ...good, whole: { base: -1, head: 1 } }, 'out-of-range whole.base'],
    ['a whole of one side', { ...good, whole: { head: 1 } }, 'invalid-shape whole.base'],
    ['functions without totals', { ...good, functions: { name: [0], ownHead: [1] } }, 'invalid-shape functions.totalHead'],
  ])('is refused with %s', (_, tree, problem) => {
    expect(fault(tree)).toBe(problem);
  });

  test.each<[string, Partial<FlameTreeLimits>, string]>([
    ['nodes', { nodes: 3 }, 'too-large nodes.head'],
    ['levels', { depth: 1 }, 'too-large nodes.parent[1]'],
    ['text', { nameCharacters: 8 }, 'too-large names[1]'],
  ])('is refused with too much of: %s', (_, limits, problem) => {
    expect(fault(good, limits)).toBe(problem);
  });

  test('says what to do', () => {
    expect(() => readFlameTree(withNodes({ parent: [-1, 7, -1, 2] }))).toThrow(
      'nodes.parent[1]: 7 is not the index of an earlier node; write -1 for a node without a caller, and callers before callees',
    );
  });

  test('keeps both ends of a name that is too long to show, and counts it', () => {
    const long = `start${'x'.repeat(100_000)}end`;
    const tree = readFlameTree(treeOf(`${long} 1`, `${long}2 1`));
    expect(tree.cutNames).toBe(2);
    expect(tree.names.map((name) => name.length)).toEqual([2001, 2001]);
    expect(tree.names[0]).toMatch(/^startx+…x+end$/);
  });
});
