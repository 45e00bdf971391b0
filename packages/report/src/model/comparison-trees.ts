import type { CompareOptions, Comparison, Normalization } from '@flamestep/diff';
import type { FlameTree } from '@flamestep/flamegraph';
import { combine, stackTree } from '@flamestep/pprof';
import type { Profile } from '@flamestep/pprof';

/** The profiles that were compared. */
export interface ComparedProfiles {
  readonly base: readonly Profile[];
  readonly head: readonly Profile[];
  readonly operations: CompareOptions['operations'];
}

/** The stack trees of both sides, one for each sample type of the comparison and in its measure: all runs of a side in one. */
export function comparisonTrees({ base, head, operations }: ComparedProfiles, comparison: Comparison): FlameTree[] {
  const [baseRuns, headRuns] = [combine(base, { forSums: true }), combine(head, { forSums: true })];
  return comparison.profiles.map(({ sampleType, normalization }) => {
    const tree = stackTree(headRuns, { base: baseRuns, sampleIndex: sampleType.type });
    const divisors = {
      base: divisorOf(normalization, 'base', base.length, operations),
      head: divisorOf(normalization, 'head', head.length, operations),
    };
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

/** What the sum over all runs of a side is divided by to be in the measure of the comparison. */
function divisorOf(
  normalization: Normalization,
  side: 'base' | 'head',
  runs: number,
  operations: CompareOptions['operations'],
): number {
  if (normalization.kind === 'per-operation') return sum(operations?.[side] ?? []) || runs;
  return normalization.kind === 'relative' ? sum(normalization.sizeFactors[side]) : runs;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
