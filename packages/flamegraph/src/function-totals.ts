import type { CheckedTree } from './read-flame-tree.ts';

/** Per function (index into names): values of all its boxes; a recursive function's total counts each stack once. */
export interface FunctionTotals {
  /** How many boxes it has. */
  readonly boxes: Int32Array;
  /** The widest box; -1 where the function has no box of its own left after pruning. */
  readonly widest: Int32Array;
  /** Cost without callees, in the unit of the sample type; all 0 with one side. */
  readonly ownBase: Float64Array;
  /** Cost without callees, in the unit of the sample type. */
  readonly ownHead: Float64Array;
  /** Cost with callees, in the unit of the sample type; all 0 with one side. */
  readonly totalBase: Float64Array;
  /** Cost with callees, in the unit of the sample type. */
  readonly totalHead: Float64Array;
}

interface Boxes {
  readonly parent: Int32Array;
  readonly name: Int32Array;
  readonly firstChild: Int32Array;
  readonly ownBase: Float64Array;
  readonly ownHead: Float64Array;
  readonly totalBase: Float64Array;
  readonly totalHead: Float64Array;
  readonly width: Float64Array;
}

/** Counts the boxes that are drawn and sums the values of `stacks`, the same boxes before recursion was folded. */
export function sumFunctions(tree: CheckedTree, drawn: Boxes, stacks: Boxes): { totals: FunctionTotals; recursive: boolean } {
  const size = tree.names.length;
  const totals = {
    boxes: new Int32Array(size),
    widest: new Int32Array(size).fill(-1),
    ownBase: new Float64Array(size),
    ownHead: new Float64Array(size),
    totalBase: new Float64Array(size),
    totalHead: new Float64Array(size),
  };
  for (let box = 0; box < drawn.name.length; box++) {
    const f = drawn.name[box];
    if (f < 0) continue;
    totals.boxes[f]++;
    if (totals.widest[f] < 0 || drawn.width[box] > drawn.width[totals.widest[f]]) totals.widest[f] = box;
  }
  let recursive = false;
  forEachOnPath(stacks, size, (box, repeated) => {
    const f = stacks.name[box];
    totals.ownBase[f] += stacks.ownBase[box];
    totals.ownHead[f] += stacks.ownHead[box];
    if (repeated) {
      recursive = true;
    } else {
      totals.totalBase[f] += stacks.totalBase[box];
      totals.totalHead[f] += stacks.totalHead[box];
    }
  });
  if (tree.functions !== undefined) takeGiven(totals, tree.functions);
  return { totals, recursive };
}

/** Visits every box of a function; `repeated` says that the same function stands above it. Own stack: trees can be deep. */
function forEachOnPath(boxes: Boxes, functions: number, visit: (box: number, repeated: boolean) => void): void {
  const { parent, name, firstChild } = boxes;
  const open = new Int32Array(functions);
  const nextChild = firstChild.slice();
  let box = 0;
  while (box >= 0) {
    if (nextChild[box] < firstChild[box + 1]) {
      const child = nextChild[box]++;
      if (name[child] >= 0) visit(child, open[name[child]]++ > 0);
      box = child;
    } else {
      if (name[box] >= 0) open[name[box]]--;
      box = parent[box];
    }
  }
}

function takeGiven(totals: FunctionTotals, given: NonNullable<CheckedTree['functions']>): void {
  given.name.forEach((f, i) => {
    totals.ownHead[f] = given.ownHead[i];
    totals.totalHead[f] = given.totalHead[i];
    totals.ownBase[f] = given.ownBase?.[i] ?? 0;
    totals.totalBase[f] = given.totalBase?.[i] ?? 0;
  });
}
