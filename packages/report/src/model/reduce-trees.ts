import type { FlameTree } from '@flamestep/flamegraph';
import { encodeUtf8 } from '@flamestep/pprof';
import { reduceTree } from './reduce-tree.ts';
import type { ReportTree } from './report.ts';
import { REPORT_LIMITS } from './report-limits.ts';

/** What is left for trees beside the rest of a report at its largest. */
const MOST_BYTES = REPORT_LIMITS.bytesWithTrees - REPORT_LIMITS.bytes;

/** As many trees as a report may have, pruned until all of them together fit it. Throws `ReportError` for a tree with a single side. */
export function reduceTrees(trees: readonly FlameTree[], mostBytes: number = MOST_BYTES): ReportTree[] {
  const kept = trees.slice(0, REPORT_LIMITS.profiles);
  for (let nodes: number = REPORT_LIMITS.treeNodes; ; nodes >>= 1) {
    const reduced = kept.map((tree, index) => reduceTree(tree, index, nodes));
    if (nodes <= 1 || encodeUtf8(JSON.stringify(reduced)).length <= mostBytes) return reduced;
  }
}
