import { collectEdges } from './collect-edges.ts';
import { filterEdges } from './edges.ts';
import type { Edges } from './edges.ts';
import type { ReportGraph } from './report-graph.ts';
import type { ReportSettings } from './report-options.ts';

/**
 * Finds the calls into the nodes marked with 1 in `callees`. Calls into nodes that are shown are left out when they are below the
 * `edgeFraction` of the sum; pprof does not look at the others.
 */
export function reportCalls(graph: ReportGraph, settings: ReportSettings, callees: Uint8Array): Edges {
  const { selection } = graph;
  const edges = collectEdges(graph.stacks, graph.nodes, graph.weights, { kept: selection.kept, callees });
  const cutoff = edgeCutoff(graph, settings);
  if (cutoff === 0) return edges;
  const isShown = new Uint8Array(graph.nodes.length);
  for (const node of selection.shown) isShown[node] = 1;
  return filterEdges(edges, (edge) => isShown[edges.callee[edge]] === 0 || Math.abs(edges.weight[edge]) >= cutoff);
}

/** The cost below which calls are left out. */
export function edgeCutoff({ selection }: ReportGraph, { edgeFraction }: ReportSettings): number {
  return Math.abs(Math.trunc(selection.flatSum * edgeFraction));
}
