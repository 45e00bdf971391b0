import { compareByteOrder } from '../byte-order.ts';
import type { NodeValues } from './node-values.ts';

/** Limits on what a report shows, and its order. */
export interface NodeSelectionRules {
  readonly sort: 'flat' | 'cum';
  /** Number of nodes to show; 0 for all. */
  readonly nodeCount: number;
  /** Share of the sum below which a node is not shown. */
  readonly nodeFraction: number;
  readonly dropNegative: boolean;
}

/** The nodes a report shows. */
export interface NodeSelection {
  /** The nodes, in the order of the report. */
  readonly shown: Int32Array;
  /** Nodes left out because they cost too little. */
  readonly dropped: number;
  /** Nodes there were before the number was limited. */
  readonly available: number;
  /** 1 for a node that still exists in the graph; absent where nothing was taken out of it. */
  readonly kept: Uint8Array | undefined;
  /** Sum of the flat values of all nodes, before any were left out. */
  readonly flatSum: number;
}

/**
 * Chooses the nodes of a report and sorts them. `values` are sums before any mean is taken.
 *
 * Nodes that come to nothing are not shown, but stay in the graph and so between callers and callees; nodes that are left out by
 * a limit do not. That is pprof's way: it builds the graph anew only when a limit leaves something out.
 */
export function selectNodes(values: NodeValues, name: (node: number) => string, rules: NodeSelectionRules): NodeSelection {
  const { flat, cum } = values;
  let nodes: number[] = [];
  let flatSum = 0;
  for (let node = 0; node < flat.length; node++) {
    if (flat[node] === 0 && cum[node] === 0) continue;
    if (rules.dropNegative && (flat[node] < 0 || (flat[node] === 0 && cum[node] < 0))) continue;
    flatSum += flat[node];
    nodes.push(node);
  }
  const everything = nodes.length;

  const cutoff = Math.abs(Math.trunc(flatSum * rules.nodeFraction));
  nodes = nodes.filter((node) => Math.abs(cum[node]) >= cutoff);
  const available = nodes.length;

  nodes.sort(nodeOrder(values, name, rules.sort));
  if (rules.nodeCount > 0) nodes = nodes.slice(0, rules.nodeCount);

  return {
    shown: Int32Array.from(nodes),
    dropped: everything - available,
    available,
    kept: nodes.length < everything ? mask(nodes, flat.length) : undefined,
    flatSum,
  };
}

/** Larger costs first, whatever their sign; then by name in byte order. */
function nodeOrder(values: NodeValues, name: (node: number) => string, sort: 'flat' | 'cum') {
  const [first, second] = sort === 'flat' ? [values.flat, values.cum] : [values.cum, values.flat];
  return (a: number, b: number): number =>
    Math.abs(first[b]) - Math.abs(first[a]) ||
    compareByteOrder(name(a), name(b)) ||
    Math.abs(second[b]) - Math.abs(second[a]) ||
    a - b;
}

function mask(nodes: readonly number[], length: number): Uint8Array {
  const marks = new Uint8Array(length);
  for (const node of nodes) marks[node] = 1;
  return marks;
}
