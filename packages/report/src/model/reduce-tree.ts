import { pruneFlameTree, type FlameTree } from '@flamestep/flamegraph';
import { cutMiddle } from './cut-middle.ts';
import type { ReportTree } from './report.ts';
import { ReportError } from './report-error.ts';
import { REPORT_LIMITS } from './report-limits.ts';
import { roundFraction } from './round-fraction.ts';

/** Boxes under this share of the root cannot be seen on a screen. */
const FIRST_FRACTION = 0.0005;

/** A tree with both sides, pruned to at most so many nodes. Throws `ReportError`, which names its `index`, for one with a single side. */
export function reduceTree(tree: FlameTree, index: number, mostNodes: number): ReportTree {
  if (tree.nodes.base === undefined) {
    throw new ReportError('malformed', `/trees/${index}`, 'holds one side only; give a tree with nodes.base and nodes.head');
  }
  let minFraction = FIRST_FRACTION;
  let pruned = pruneFlameTree(tree, { minFraction });
  while (pruned.nodes.parent.length > mostNodes && minFraction < 1) {
    minFraction *= 2;
    pruned = pruneFlameTree(tree, { minFraction });
  }
  return plainTree(pruned);
}

/** Plain arrays, and only the names that nodes or totals still use. */
function plainTree({ sampleType, names, nodes, whole, pruned }: FlameTree): ReportTree {
  const used = new Map<number, number>();
  const keep = (name: number): number => {
    if (name < 0) return name;
    const index = used.get(name) ?? used.size;
    used.set(name, index);
    return index;
  };
  const name = Array.from(nodes.name, keep);
  return {
    sampleType: { type: sampleType.type, unit: sampleType.unit },
    // As long as in the tables, so that a function is found here by its name there.
    names: [...used.keys()].map((index) => cutMiddle(names[index], REPORT_LIMITS.name)),
    nodes: {
      parent: Array.from(nodes.parent),
      name,
      head: Array.from(nodes.head, roundFraction),
      base: Array.from(nodes.base ?? [], roundFraction),
    },
    ...(whole === undefined ? {} : { whole }),
    ...(pruned === undefined ? {} : { pruned }),
  };
}
