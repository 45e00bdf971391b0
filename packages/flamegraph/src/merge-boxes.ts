import type { CheckedTree } from './read-flame-tree.ts';

/** How far above a frame its repetition is looked for when recursion is folded; keeps the work bounded. */
const FOLD_DISTANCE = 1000;

/** Nodes joined into boxes. Box 0 is the root; `parent[box] < box`. `boxOf` tells where each node went. */
export interface MergedBoxes {
  readonly count: number;
  readonly parent: Int32Array;
  /** Index into names; `OTHER` and below as in the tree; `ROOT` for box 0. */
  readonly name: Int32Array;
  readonly boxOf: Int32Array;
}

/** The name of box 0. */
export const ROOT = -3;

/**
 * Joins nodes of one name under one parent. With `foldRecursion`, a frame whose function already stands above it is joined with
 * that one, so that a stack holds each function once and recursive code is as deep as it has functions.
 */
export function mergeBoxes(tree: CheckedTree, foldRecursion: boolean): MergedBoxes {
  const count = tree.parent.length;
  const parent = new Int32Array(count + 1);
  const name = new Int32Array(count + 1);
  const boxOf = new Int32Array(count);
  parent[0] = -1;
  name[0] = ROOT;
  let boxes = 1;

  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
  const mask = slots.length - 1;

  for (let node = 0; node < count; node++) {
    const above = tree.parent[node] < 0 ? 0 : boxOf[tree.parent[node]];
    const label = tree.name[node];
    const repeated = foldRecursion ? findAbove(parent, name, above, label) : -1;
    if (repeated >= 0) {
      boxOf[node] = repeated;
      continue;
    }
    let slot = hash(above, label) & mask;
    // 0 is an empty slot: the root is never looked up.
    while (slots[slot] !== 0 && (parent[slots[slot]] !== above || name[slots[slot]] !== label)) slot = (slot + 1) & mask;
    if (slots[slot] === 0) {
      parent[boxes] = above;
      name[boxes] = label;
      slots[slot] = boxes++;
    }
    boxOf[node] = slots[slot];
  }
  return { count: boxes, parent: parent.slice(0, boxes), name: name.slice(0, boxes), boxOf };
}

function findAbove(parent: Int32Array, name: Int32Array, from: number, label: number): number {
  if (label < 0) return -1;
  let box = from;
  for (let step = 0; step < FOLD_DISTANCE && box > 0; step++) {
    if (name[box] === label) return box;
    box = parent[box];
  }
  return -1;
}

function hash(parent: number, name: number): number {
  let mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(name + 3, 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x2c1b3c6d);
  return mixed ^ (mixed >>> 13);
}
