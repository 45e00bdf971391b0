import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxOf, treeOf } from '../test/tree-of.ts';
import { boxLabel, layoutFlameGraph, type FlameLayout } from './layout-flame-graph.ts';
import { boxAt, visibleRows, walkRow, type View } from './visible-boxes.ts';

const ALL: View = { from: 0, to: 1 };

function shown(layout: FlameLayout, row: number, view: View, pixels: number, narrowest = 1): string[] {
  const lines: string[] = [];
  const place = (left: number, right: number) => `${Math.round(left)}…${Math.round(right)}`;
  walkRow(layout, row, view, pixels, narrowest, {
    box: (box, left, right) => lines.push(`${boxLabel(layout, box)} ${place(left, right)}`),
    crowd: (first, last, left, right) => lines.push(`${last - first + 1} small ${place(left, right)}`),
  });
  return lines;
}

const crowded = layoutFlameGraph(treeOf('a 500', ...Array.from({ length: 100 }, (_, i) => `m${100 + i} 1`), 'z 400'));

describe('a row of the picture', () => {
  test('shows wide boxes alone and narrow neighbours together', () => {
    expect(shown(crowded, 1, ALL, 100)).toEqual(['a 0…50', '100 small 50…60', 'z 60…100']);
  });

  test('shows them alone once zoomed in', () => {
    const lines = shown(crowded, 1, { from: 0.5, to: 0.51 }, 100);
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe('m100 0…10');
  });

  test('clips boxes to the view', () => {
    expect(shown(crowded, 0, { from: 0.25, to: 0.5 }, 100)).toEqual(['all 0…100']);
    expect(shown(crowded, 1, { from: 0.25, to: 0.5 }, 100)).toEqual(['a 0…100']);
  });

  test('shows a wide box that stands right behind narrow ones', () => {
    const layout = layoutFlameGraph(treeOf('a 1', 'b 1', 'c 1000', 'd 1'));
    expect(shown(layout, 1, ALL, 100)).toEqual(['2 small 0…0', 'c 0…100', '1 small 100…100']);
  });

  test('does as much work as there are pixels, however many boxes there are', () => {
    const many = layoutFlameGraph({
      sampleType: { type: 'cpu', unit: 'count' },
      names: Array.from({ length: 200_000 }, (_, i) => `f${i}`),
      nodes: {
        parent: new Int32Array(200_000).fill(-1),
        name: Int32Array.from({ length: 200_000 }, (_, i) => i),
        head: new Float64Array(200_000).fill(1),
      },
    });
    let reads = 0;
    const get = (column: Float64Array, key: string | symbol) => {
      reads++;
      return Reflect.get(column, key);
    };
    const counted = { ...many, x: new Proxy(many.x, { get }) };
    expect(shown(counted, 1, ALL, 1000)).toEqual(['200000 small 0…1000']);
    expect(reads).toBeLessThan(1000 * 60);
  });

  test('covers exactly what the boxes cover', () => {
    const weights = fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 500 })), {
      minLength: 1,
      maxLength: 80,
    });
    const ends = fc.tuple(fc.double({ min: 0, max: 0.95, noNaN: true }), fc.double({ min: 0.01, max: 1, noNaN: true }));
    fc.assert(
      fc.property(weights, ends, (weights, [from, span]) => {
        const layout = layoutFlameGraph(treeOf(...weights.map((weight, i) => `f${1000 + i} ${weight}`)));
        const view = { from, to: Math.min(1, from + span) };
        const scale = 200 / (view.to - view.from);
        const seen = new Set<number>();
        walkRow(layout, 1, view, 200, 1, {
          box: (box) => seen.add(box),
          crowd: (first, last) => {
            for (let box = first; box <= last; box++) seen.add(box);
          },
        });
        for (let box = 1; box < layout.boxCount; box++) {
          const left = (layout.x[box] - view.from) * scale;
          const right = left + layout.width[box] * scale;
          if (right - left >= 1.001 && right > 0.01 && left < 199.99) expect(seen).toContain(box);
          if (right < -0.01 || left > 201.01) expect(seen).not.toContain(box);
        }
      }),
    );
  });
});

describe('the box under the pointer', () => {
  const layout = layoutFlameGraph(treeOf('main;a 30', 'main;b 50', 'main 20'));

  test('is found by row and place', () => {
    expect(boxAt(layout, 2, 0.1)).toBe(boxOf(layout, 'a'));
    expect(boxAt(layout, 2, 0.3)).toBe(boxOf(layout, 'b'));
    expect(boxAt(layout, 0, 0.999)).toBe(0);
  });

  test('is none over a function’s own cost, or below the last row', () => {
    expect(boxAt(layout, 2, 0.9)).toBe(-1);
    expect(boxAt(layout, 3, 0.1)).toBe(-1);
    expect(boxAt(layout, -1, 0.1)).toBe(-1);
  });
});

test('rows end where no box is wide enough to be seen', () => {
  const layout = layoutFlameGraph(treeOf('a;b;c 1', 'a;b 99', 'a 900'));
  expect(visibleRows(layout, ALL, 100, 1)).toBe(3);
  expect(visibleRows(layout, ALL, 10_000, 1)).toBe(4);
});
