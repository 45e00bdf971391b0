import { describe, expect, test } from 'vitest';
import { boxOf, showRows, treeOf } from '../test/tree-of.ts';
import { layoutFlameGraph } from './layout-flame-graph.ts';

describe('one profile', () => {
  test('joins equal stacks and orders callees by name; own cost is left free on the right', () => {
    const layout = layoutFlameGraph(treeOf('main;render 20', 'main;parse 30', 'main;parse;alloc 40', 'main 10'));
    expect(showRows(layout)).toEqual([
      'all 100 @0+100',
      'main 100 @0+100',
      'parse 70 @0+70 | render 20 @70+20',
      'alloc 40 @0+40',
    ]);
  });

  test('orders by weight when asked, equal ones as they stand in the names', () => {
    const layout = layoutFlameGraph(treeOf('a 10', 'c 30', 'b 30', 'd 30'), { order: 'weight' });
    expect(showRows(layout)[1]).toBe('c 30 @0+30 | b 30 @30+30 | d 30 @60+30 | a 10 @90+10');
  });

  test('takes two entries of one string in names as one function', () => {
    const tree = { ...treeOf('a 1'), names: ['f', 'f'], nodes: { parent: [-1, -1], name: [0, 1], head: [3, 4] } };
    expect(showRows(layoutFlameGraph(tree))[1]).toBe('f 7 @0+100');
  });

  test('reads typed arrays as it reads plain ones', () => {
    const tree = treeOf('main;parse 30', 'main;render 12');
    const typed = {
      parent: Int32Array.from(tree.nodes.parent),
      name: Uint32Array.from(tree.nodes.name),
      head: Float64Array.from(tree.nodes.head),
    };
    expect(showRows(layoutFlameGraph({ ...tree, nodes: typed }))).toEqual(showRows(layoutFlameGraph(tree)));
  });

  test('draws an empty tree, and one of zeros, as a root without width', () => {
    const empty = { ...treeOf('a 1'), names: [], nodes: { parent: [], name: [], head: [] } };
    expect(showRows(layoutFlameGraph(empty))).toEqual(['all 0 @0+0']);
    expect(showRows(layoutFlameGraph(treeOf('a;b 0')))[2]).toBe('b 0 @0+0');
  });

  test('lays out names that an object would choke on', () => {
    const layout = layoutFlameGraph(treeOf('__proto__;constructor 3', '__proto__;toString 4'));
    expect(showRows(layout)).toEqual(['all 7 @0+100', '__proto__ 7 @0+100', 'constructor 3 @0+43 | toString 4 @43+57']);
  });
});

describe('base and head on one box', () => {
  test('is as wide as the mean of both sides’ shares', () => {
    // base: a 20 %, b 80 %; head: a 60 %, b 40 %
    const layout = layoutFlameGraph(treeOf('a 10 → 120', 'b 40 → 80'));
    expect(showRows(layout)[1]).toBe('a 10 → 120 @0+40 | b 40 → 80 @40+60');
  });

  test('shows what stands on one side only', () => {
    const layout = layoutFlameGraph(treeOf('main;gone 50 → 0', 'main;new 0 → 50', 'main;kept 50 → 50'));
    expect(showRows(layout)[2]).toBe('gone 50 → 0 @0+25 | kept 50 → 50 @25+50 | new 0 → 50 @75+25');
  });

  test('counts 100 % as it is told to, so that one side can be larger than the other', () => {
    const layout = layoutFlameGraph({ ...treeOf('a 50 → 100', 'b 50 → 50'), whole: { base: 100, head: 100 } });
    expect(showRows(layout)).toEqual(['all 100 → 150 @0+100', 'a 50 → 100 @0+60 | b 50 → 50 @60+40']);
  });

  test('is drawn where one side is empty', () => {
    expect(showRows(layoutFlameGraph(treeOf('a 0 → 10')))[1]).toBe('a 0 → 10 @0+100');
  });
});

describe('negative values', () => {
  const layout = layoutFlameGraph(treeOf('main;shrunk -30', 'main;grown 50', 'main 20'));

  test('take room by their size and are counted in the totals with their sign', () => {
    expect(showRows(layout)).toEqual(['all 40 @0+100', 'main 40 @0+100', 'grown 50 @0+50 | shrunk -30 @50+30']);
  });

  test('are counted', () => {
    expect(layout.negative).toEqual({ boxes: 1, base: 0, head: -30 });
  });

  test('do not hide a stack whose values cancel', () => {
    const cancelled = layoutFlameGraph(treeOf('main;a 10', 'main;b -10'));
    expect(showRows(cancelled)).toEqual(['all 0 @0+100', 'main 0 @0+100', 'a 10 @0+50 | b -10 @50+50']);
  });
});

describe('recursion', () => {
  const recursive = treeOf('main;walk;visit;walk;visit;leaf 6', 'main;walk;visit 4');

  test('stands frame by frame', () => {
    const layout = layoutFlameGraph(recursive);
    expect(layout.recursive).toBe(true);
    expect(layout.rowStart.length - 1).toBe(7);
  });

  test('folded, holds each function once in a stack and keeps the totals', () => {
    const layout = layoutFlameGraph(recursive, { foldRecursion: true });
    expect(showRows(layout).map((row) => row.split(' @')[0])).toEqual(['all 10', 'main 10', 'walk 10', 'visit 10', 'leaf 6']);
    expect(layout.folded).toBe(true);
  });

  test('counts a recursive function once a stack in the function totals, folded or not', () => {
    for (const foldRecursion of [false, true]) {
      const layout = layoutFlameGraph(recursive, { foldRecursion });
      const walk = layout.names.indexOf('walk');
      expect(layout.functions.totalHead[walk]).toBe(10);
      expect(layout.functions.ownHead[layout.names.indexOf('visit')]).toBe(4);
    }
  });

  test('lays out a stack as deep as the limit allows', () => {
    const frames = Array.from({ length: 20_000 }, (_, i) => i);
    const tree = {
      sampleType: { type: 'cpu', unit: 'count' },
      names: ['f'],
      nodes: { parent: frames.map((i) => i - 1), name: frames.map(() => 0), head: frames.map(() => 1) },
    };
    expect(layoutFlameGraph(tree).rowStart.length - 1).toBe(20_001);
    expect(layoutFlameGraph(tree, { foldRecursion: true }).boxCount).toBe(2);
  });
});

test('tells where a function’s widest box is', () => {
  const layout = layoutFlameGraph(treeOf('a;f 1', 'b;f 5', 'c;f 2'));
  expect(layout.functions.widest[layout.names.indexOf('f')]).toBe(boxOf(layout, 'f') + 1);
});
