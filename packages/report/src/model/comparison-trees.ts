import type { Comparison } from '@flamestep/diff';
import type { FlameTree } from '@flamestep/flamegraph';
import { combine, stackTree } from '@flamestep/pprof';
import type { Profile } from '@flamestep/pprof';

/** The profiles that were compared. */
export interface ComparedProfiles {
  readonly base: readonly Profile[];
  readonly head: readonly Profile[];
}

/** The stack trees of both sides, one for each sample type of the comparison and in its measure: all runs of a side in one. */
export function comparisonTrees({ base, head }: ComparedProfiles, comparison: Comparison): FlameTree[] {
  const [baseRuns, headRuns] = [combine(base, { forSums: true }), combine(head, { forSums: true })];
  return comparison.profiles.map(({ sampleType, divisors }) => {
    const tree = stackTree(headRuns, { base: baseRuns, sampleIndex: sampleType.type });
    const [baseNodes, headNodes] = [tree.nodes.base ?? [], tree.nodes.head];
    const baseWhole = (tree.whole.base ?? 0) / divisors.base;
    return {
      ...tree,
      nodes: {
        ...tree.nodes,
        base: baseNodes.map((value) => value / divisors.base),
        head: headNodes.map((value) => value / divisors.head),
      },
      // As in the tables, all shares are of the base's whole.
      whole: { base: baseWhole, head: baseWhole },
    };
  });
}
