import { OTHER, OTHER_NEGATIVE, type FlameFunctionColumns, type FlameTree } from './flame-tree.ts';
import { layoutFlameGraph, type FlameLayout, type LayoutOptions } from './layout-flame-graph.ts';

/** What is too small to keep. */
export interface PruneOptions {
  /** Boxes narrower than this share of the root are gathered in "(other)" under their parent. 0.0001 is 0.01 %. */
  readonly minFraction: number;
  readonly limits?: LayoutOptions['limits'];
}

/**
 * Gathers small boxes, so that a tree of a million nodes becomes one that a page can carry. Totals of the whole, of every box that
 * is kept and of every function stay what they were: a parent's pruned children become one box "(other)", and one
 * "(other, negative)" where there were negative values. Throws `FlamegraphError` where the tree is not valid.
 */
export function pruneFlameTree(tree: FlameTree, options: PruneOptions): FlameTree {
  const layout = layoutFlameGraph(tree, options.limits === undefined ? {} : { limits: options.limits });
  const nodes = keepNodes(layout, options.minFraction);
  const { parent, name, head, base } = nodes;
  const left = layout.boxCount - 1 - nodes.kept;
  return {
    sampleType: layout.sampleType,
    names: layout.names,
    nodes: layout.union ? { parent, name, head, base } : { parent, name, head },
    whole: layout.union ? layout.whole : { head: layout.whole.head },
    pruned: { minFraction: options.minFraction, boxes: left + (layout.pruned?.boxes ?? 0) },
    functions: functionColumns(layout),
  };
}

interface KeptNodes {
  readonly kept: number;
  readonly parent: number[];
  readonly name: number[];
  readonly head: number[];
  readonly base: number[];
}

function keepNodes(layout: FlameLayout, minFraction: number): KeptNodes {
  const parent: number[] = [];
  const name: number[] = [];
  const head: number[] = [];
  const base: number[] = [];
  const node = new Int32Array(layout.boxCount).fill(-1);
  const remainders = new Map<number, Remainder>();
  for (let box = 1; box < layout.boxCount; box++) {
    const above = node[layout.parent[box]];
    if (layout.width[box] >= minFraction) {
      // A child is never wider than its parent, so the parent was kept too.
      node[box] = parent.length;
      parent.push(above);
      name.push(layout.name[box]);
      head.push(layout.ownHead[box]);
      base.push(layout.ownBase[box]);
    } else {
      node[box] = above;
      addTo(remainders, above, layout.ownBase[box], layout.ownHead[box]);
    }
  }
  const kept = parent.length;
  const push = (above: number, label: number, side: Sides) => {
    if (side.base === 0 && side.head === 0) return;
    parent.push(above);
    name.push(label);
    head.push(side.head);
    base.push(side.base);
  };
  for (const [above, { positive, negative }] of remainders) {
    push(above, OTHER, positive);
    push(above, OTHER_NEGATIVE, negative);
  }
  return { kept, parent, name, head, base };
}

interface Sides {
  base: number;
  head: number;
}

interface Remainder {
  readonly positive: Sides;
  readonly negative: Sides;
}

function addTo(remainders: Map<number, Remainder>, node: number, base: number, head: number): void {
  let remainder = remainders.get(node);
  if (remainder === undefined) {
    remainder = { positive: { base: 0, head: 0 }, negative: { base: 0, head: 0 } };
    remainders.set(node, remainder);
  }
  (base < 0 ? remainder.negative : remainder.positive).base += base;
  (head < 0 ? remainder.negative : remainder.positive).head += head;
}

function functionColumns(layout: FlameLayout): FlameFunctionColumns {
  const { functions, union } = layout;
  const name: number[] = [];
  for (let f = 0; f < layout.names.length; f++) {
    if (functions.boxes[f] > 0 || functions.totalHead[f] !== 0 || functions.totalBase[f] !== 0) name.push(f);
  }
  const pick = (column: Float64Array) => name.map((f) => column[f]);
  return {
    name,
    ownHead: pick(functions.ownHead),
    totalHead: pick(functions.totalHead),
    ...(union ? { ownBase: pick(functions.ownBase), totalBase: pick(functions.totalBase) } : {}),
  };
}
