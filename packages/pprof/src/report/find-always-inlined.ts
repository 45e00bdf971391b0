import type { NodeTable } from './node-table.ts';
import { edgeCutoff } from './report-calls.ts';
import type { ReportGraph } from './report-graph.ts';
import type { ReportSettings } from './report-options.ts';

/**
 * Of the shown nodes marked in `candidates`, those that are inlined wherever they are, and whose calls cost enough for one of them
 * to be in the report, whatever share each has. No stack is looked at: lines of locations and the sums of the nodes tell.
 */
export function findAlwaysInlined(graph: ReportGraph, settings: ReportSettings, candidates: Uint8Array): number[] {
  // Only costs of one sign make the dearest of k calls at least the k-th part of their sum, and means are no sums.
  if (graph.weights.divisor !== undefined || hasNegative(graph.weights.value)) return [];
  const callers = inliningCallers(graph.nodes, graph.selection.kept, candidates);
  const cutoff = edgeCutoff(graph, settings);
  return graph.shown.flatMap(({ node, cum }) => {
    const count = callers.get(node)?.size ?? 0;
    return count > 0 && cum / count >= cutoff ? [node] : [];
  });
}

/** The nodes that each candidate is inlined into; nothing for one that is also called, or into itself, or into a node left out. */
function inliningCallers(nodes: NodeTable, kept: Uint8Array | undefined, candidates: Uint8Array): Map<number, Set<number>> {
  const { locationStart, locationNodes } = nodes;
  const callers = new Map<number, Set<number>>();
  const undecided = new Set<number>();
  for (let location = 0; location + 1 < locationStart.length; location++) {
    const outermost = locationStart[location + 1] - 1;
    for (let at = locationStart[location]; at <= outermost; at++) {
      const node = locationNodes[at];
      if (candidates[node] === 0) continue;
      const caller = locationNodes[at + 1];
      if (at === outermost || caller === node || kept?.[caller] === 0) undecided.add(node);
      else if (callers.has(node)) callers.get(node)!.add(caller);
      else callers.set(node, new Set([caller]));
    }
  }
  for (const node of undecided) callers.delete(node);
  return callers;
}

function hasNegative(values: Float64Array): boolean {
  for (let i = 0; i < values.length; i++) if (values[i] < 0) return true;
  return false;
}
