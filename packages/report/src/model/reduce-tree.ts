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

/** Plain arrays, and only the names that nodes still use; of those the totals, to which the boxes that were left out belong. */
function plainTree({ sampleType, names, nodes, whole, pruned, functions }: FlameTree): ReportTree {
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
    ...(functions === undefined ? {} : { functions: keptTotals(functions, used) }),
  };
}

function keptTotals(
  totals: NonNullable<FlameTree['functions']>,
  used: ReadonlyMap<number, number>,
): NonNullable<ReportTree['functions']> {
  const rows = Array.from(totals.name).flatMap((was, row) => {
    const name = used.get(was);
    return name === undefined ? [] : [{ name, row }];
  });
  const column = (values: ArrayLike<number>) => rows.map(({ row }) => roundFraction(values[row] ?? 0));
  return {
    name: rows.map(({ name }) => name),
    ownHead: column(totals.ownHead),
    totalHead: column(totals.totalHead),
    ...(totals.ownBase === undefined ? {} : { ownBase: column(totals.ownBase) }),
    ...(totals.totalBase === undefined ? {} : { totalBase: column(totals.totalBase) }),
  };
}
