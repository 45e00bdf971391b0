import type { MergedBoxes } from './merge-boxes.ts';

/** Boxes renumbered row by row and left to right. `source[box]` is the number it had before. */
export interface OrderedBoxes {
  readonly source: Int32Array;
  readonly parent: Int32Array;
  readonly name: Int32Array;
  readonly depth: Int32Array;
  readonly firstChild: Int32Array;
  readonly rowStart: Int32Array;
}

/** Orders the children of each box by name (UTF-16 code units; pruned remainders last) or by weight, the heaviest first. */
export function orderBoxes(merged: MergedBoxes, by: { names: readonly string[] } | { weight: Float64Array }): OrderedBoxes {
  const { count } = merged;
  const children = childLists(merged, 'names' in by ? byName(merged, by.names) : byWeight(merged, by.weight));

  const source = new Int32Array(count);
  const parent = new Int32Array(count).fill(-1);
  const firstChild = new Int32Array(count + 1);
  const name = new Int32Array(count);
  const depth = new Int32Array(count);
  const rowStart = [0];
  let filled = 1;
  for (let box = 0; box < count; box++) {
    if (box > 0) depth[box] = depth[parent[box]] + 1;
    if (depth[box] === rowStart.length) rowStart.push(box);
    firstChild[box] = filled;
    const old = source[box];
    name[box] = merged.name[old];
    for (let i = children.start[old]; i < children.start[old + 1]; i++) {
      source[filled] = children.boxes[i];
      parent[filled] = box;
      filled++;
    }
  }
  firstChild[count] = count;
  rowStart.push(count);
  return {
    source,
    parent,
    name,
    depth,
    firstChild,
    rowStart: Int32Array.from(rowStart),
  };
}

function byName(merged: MergedBoxes, names: readonly string[]): Int32Array {
  const sorted = Array.from(names, (_, i) => i).sort((a, b) => (names[a] < names[b] ? -1 : 1));
  const rank = new Int32Array(names.length);
  for (let place = 0; place < sorted.length; place++) rank[sorted[place]] = place;
  const last = names.length;
  return countingSort(merged.count, last + 4, (box) => (merged.name[box] < 0 ? last - merged.name[box] : rank[merged.name[box]]));
}

/** Equal weights keep the order of names in the tree, so that the result does not depend on the engine. */
function byWeight(merged: MergedBoxes, weight: Float64Array): Int32Array {
  return new Int32Array(merged.count)
    .map((_, i) => i)
    .sort((a, b) => weight[b] - weight[a] || merged.name[a] - merged.name[b] || a - b);
}

/** Hands the boxes to their parents in the given order. */
function childLists(merged: MergedBoxes, order: Int32Array): { start: Int32Array; boxes: Int32Array } {
  const start = new Int32Array(merged.count + 1);
  for (let box = 1; box < merged.count; box++) start[merged.parent[box] + 1]++;
  for (let box = 0; box < merged.count; box++) start[box + 1] += start[box];
  const next = start.slice();
  const boxes = new Int32Array(merged.count);
  for (const box of order) {
    if (box > 0) boxes[next[merged.parent[box]]++] = box;
  }
  return { start, boxes };
}

function countingSort(count: number, keys: number, keyOf: (box: number) => number): Int32Array {
  const start = new Int32Array(keys + 1);
  for (let box = 0; box < count; box++) start[keyOf(box) + 1]++;
  for (let key = 0; key < keys; key++) start[key + 1] += start[key];
  const sorted = new Int32Array(count);
  for (let box = 0; box < count; box++) sorted[start[keyOf(box)]++] = box;
  return sorted;
}
