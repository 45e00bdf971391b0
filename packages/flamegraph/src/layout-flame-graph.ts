import { OTHER, type FlamePruned, type FlameSampleType, type FlameTree } from './flame-tree.ts';
import { sumFunctions, type FunctionTotals } from './function-totals.ts';
import { mergeBoxes, ROOT } from './merge-boxes.ts';
import { orderBoxes } from './order-boxes.ts';
import { readFlameTree, type CheckedTree, type FlameTreeLimits } from './read-flame-tree.ts';

/** How boxes are laid out. */
export interface LayoutOptions {
  /** Order of the boxes under one parent, left to right. Default: by name, which is the same for every profile. */
  readonly order?: 'name' | 'weight';
  /** Draw each function once in a stack: a frame is joined with the frame of the same function above it. Default false. */
  readonly foldRecursion?: boolean;
  /** What a tree may hold; `defaultFlameTreeLimits` where left out. */
  readonly limits?: Partial<FlameTreeLimits>;
}

/**
 * Where each box stands. Boxes are numbered row by row and left to right in a row, so a row, and the children of a box, are a range
 * of numbers. Box 0 is the root, "all". x and width are shares of the root's width, 0 to 1.
 *
 * The width of a box is its weight: the sum of the absolute own values in its subtree, as a share of the whole; with two sides, the
 * mean of both sides' shares. So a child is never wider than its parent, and negative values take room instead of vanishing.
 */
export interface FlameLayout {
  readonly sampleType: FlameSampleType;
  readonly names: readonly string[];
  /** True for two sides, base and head. */
  readonly union: boolean;
  /** Number of boxes, the root with them. */
  readonly boxCount: number;
  /** Row of each box; the root is row 0. */
  readonly depth: Int32Array;
  /** Box that each stands on; -1 for the root. */
  readonly parent: Int32Array;
  /** Index into names; negative for the root and for what was pruned: see `boxLabel`. */
  readonly name: Int32Array;
  /** Children of a box are firstChild[box] … firstChild[box + 1] - 1. */
  readonly firstChild: Int32Array;
  /** Boxes of a row are rowStart[row] … rowStart[row + 1] - 1. */
  readonly rowStart: Int32Array;
  /** Left edge, as a share of the root's width: 0 to 1. */
  readonly x: Float64Array;
  /** As a share of the root's width: 0 to 1. */
  readonly width: Float64Array;
  /** Values in the unit of the sample type: without callees (own) and with them (total). Base is all 0 with one side. */
  readonly ownBase: Float64Array;
  /** As `ownBase`. */
  readonly ownHead: Float64Array;
  /** With callees; as `ownBase`. */
  readonly totalBase: Float64Array;
  /** With callees; as `ownBase`. */
  readonly totalHead: Float64Array;
  /** The amounts that are 100 % of each side. */
  readonly whole: { readonly base: number; readonly head: number };
  /** True where 100 % is each side's own total, false where the tree says otherwise. */
  readonly ownWhole: boolean;
  readonly functions: FunctionTotals;
  /** True where a function stands more than once in a stack of the tree, so that folding changes the picture. */
  readonly recursive: boolean;
  /** True where recursion was folded. */
  readonly folded: boolean;
  readonly negative: NegativeBoxes;
  /** How many names were too long and are cut. */
  readonly cutNames: number;
  /** What was left out; undefined where all is there. */
  readonly pruned: FlamePruned | undefined;
}

/** How many boxes have a negative own value on either side, and the sums of these values. */
export interface NegativeBoxes {
  /** How many boxes. */
  readonly boxes: number;
  /** Sum over the base, in the unit of the sample type. */
  readonly base: number;
  /** Sum over the head, in the unit of the sample type. */
  readonly head: number;
}

/** Lays out a tree. Throws `FlamegraphError` where the tree is not valid. */
export function layoutFlameGraph(tree: FlameTree, options: LayoutOptions = {}): FlameLayout {
  return layoutCheckedTree(readFlameTree(tree, options.limits), options);
}

export function layoutCheckedTree(tree: CheckedTree, options: LayoutOptions): FlameLayout {
  const merged = mergeBoxes(tree, options.foldRecursion ?? false);
  const count = merged.count;
  const own = sumOwn(tree, merged.boxOf, count);
  const sums = { base: sumAbsolute(own.base), head: sumAbsolute(own.head) };
  const whole = { base: tree.whole?.base ?? sums.base, head: tree.whole?.head ?? sums.head };
  const weight = sumWeights(merged.parent, own, whole, tree.base !== undefined);
  const ordered = orderBoxes(merged, options.order === 'weight' ? { weight } : { names: tree.names });

  const pick = (column: Float64Array) => reorder(column, ordered.source);
  const { parent, name, firstChild, depth, rowStart } = ordered;
  const ownBase = pick(own.base);
  const ownHead = pick(own.head);
  const totalBase = sumUp(parent, ownBase);
  const totalHead = sumUp(parent, ownHead);
  const { x, width } = placeBoxes(parent, firstChild, pick(weight));
  const boxes = { parent, name, firstChild, ownBase, ownHead, totalBase, totalHead, width };
  // Folding shortens stacks, so functions are summed over the stacks as they were.
  const stacks = options.foldRecursion ? layoutCheckedTree(tree, { foldRecursion: false }) : undefined;
  const functions = sumFunctions(tree, boxes, stacks ?? boxes);
  return {
    sampleType: tree.sampleType,
    names: tree.names,
    union: tree.base !== undefined,
    boxCount: count,
    depth,
    parent,
    name,
    firstChild,
    rowStart,
    x,
    width,
    ownBase,
    ownHead,
    totalBase,
    totalHead,
    whole,
    ownWhole: isNear(whole.base, sums.base) && isNear(whole.head, sums.head),
    functions: functions.totals,
    recursive: functions.recursive,
    folded: options.foldRecursion ?? false,
    negative: countNegative(ownBase, ownHead),
    cutNames: tree.cutNames,
    pruned: tree.pruned,
  };
}

/** What stands on a box: the function's name, "all" for the root, "(other)" for what was pruned. */
export function boxLabel(layout: FlameLayout, box: number): string {
  const name = layout.name[box];
  if (name >= 0) return layout.names[name];
  if (name === ROOT) return 'all';
  return name === OTHER ? '(other)' : '(other, negative)';
}

function reorder(column: Float64Array, source: Int32Array): Float64Array {
  const result = new Float64Array(source.length);
  for (let box = 0; box < result.length; box++) result[box] = column[source[box]];
  return result;
}

interface OwnValues {
  readonly base: Float64Array;
  readonly head: Float64Array;
}

function sumOwn(tree: CheckedTree, boxOf: Int32Array, count: number): OwnValues {
  const base = new Float64Array(count);
  const head = new Float64Array(count);
  for (let node = 0; node < boxOf.length; node++) {
    head[boxOf[node]] += tree.head[node];
    if (tree.base !== undefined) base[boxOf[node]] += tree.base[node];
  }
  return { base, head };
}

function sumAbsolute(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += Math.abs(value);
  return sum;
}

/** Pruning sums in another order, which may change the last digits. */
function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 1e-9 * Math.abs(other);
}

function sumWeights(parent: Int32Array, own: OwnValues, whole: FlameLayout['whole'], union: boolean): Float64Array {
  const share = (value: number, all: number) => (all > 0 ? Math.abs(value) / all : 0);
  const weight = new Float64Array(parent.length);
  for (let box = 0; box < weight.length; box++) {
    const head = share(own.head[box], whole.head);
    weight[box] = union ? (share(own.base[box], whole.base) + head) / 2 : head;
  }
  return sumUp(parent, weight);
}

/** Adds every box to all boxes above it; parents stand before their children. */
function sumUp(parent: Int32Array, own: Float64Array): Float64Array {
  const total = own.slice();
  for (let box = total.length - 1; box > 0; box--) total[parent[box]] += total[box];
  return total;
}

function placeBoxes(parent: Int32Array, firstChild: Int32Array, weight: Float64Array): { x: Float64Array; width: Float64Array } {
  const count = parent.length;
  const x = new Float64Array(count);
  const width = new Float64Array(count);
  const unit = weight[0] > 0 ? 1 / weight[0] : 0;
  for (let box = 0; box < count; box++) {
    width[box] = weight[box] * unit;
    // Children stand from the left; what is left over on the right is the box's own cost.
    if (box > 0) x[box] = firstChild[parent[box]] === box ? x[parent[box]] : x[box - 1] + width[box - 1];
  }
  return { x, width };
}

function countNegative(ownBase: Float64Array, ownHead: Float64Array): NegativeBoxes {
  let boxes = 0;
  let base = 0;
  let head = 0;
  for (let box = 0; box < ownHead.length; box++) {
    if (ownBase[box] < 0 || ownHead[box] < 0) boxes++;
    base += Math.min(ownBase[box], 0);
    head += Math.min(ownHead[box], 0);
  }
  return { boxes, base, head };
}
