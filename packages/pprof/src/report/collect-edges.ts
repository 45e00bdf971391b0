import type { IndexColumn } from '../index-column.ts';
import type { StackTable } from '../profile.ts';
import { EdgeCounter } from './edges.ts';
import type { Edges } from './edges.ts';
import type { NodeTable } from './node-table.ts';
import type { StackWeights } from './stack-weights.ts';

/** Which edges are wanted. */
export interface EdgeRules {
  /** 1 for a node that exists; a call over others goes straight to the next that does. All exist where this is absent. */
  readonly kept: Uint8Array | undefined;
  /** 1 for a node whose callers are wanted. */
  readonly callees: Uint8Array;
}

/**
 * Finds who calls whom, and what the calls cost. A pair counts once for each stack. The first time that a stack names a pair,
 * from the root, decides whether that stack counts as an inlined call. A node's calls to itself are no edge.
 */
export function collectEdges(stacks: StackTable, nodes: NodeTable, weights: StackWeights, rules: EdgeRules): Edges {
  const edges = new EdgeCounter();
  const { stepStart, stepNode, stepIsInline, stepEdge, innermost, wants } = locationSteps(nodes, rules, edges);
  const { start, locations } = stacks;
  // Stacks share most of their calls, so the caller of a location is mostly the one that was looked up for it last.
  const lastCaller = new Int32Array(innermost.length).fill(-1);
  const lastEdge = new Int32Array(innermost.length);

  const wanting = referencesTo(wants, locations);
  let stack = stacks.length - 1;
  // Backwards, which is from the root to the leaf within a stack.
  for (let i = wanting.length - 1; i >= 0; i--) {
    const at = wanting[i];
    while (start[stack] > at) stack--;
    if (weights.isUsed[stack] === 0) continue;
    const weight = weights.value[stack];
    const location = locations[at];
    const first = stepStart[location];
    if ((wants[location] & CALLS_INTO) !== 0) {
      const to = start[stack + 1];
      let outer = at + 1;
      while (outer < to && innermost[locations[outer]] < 0) outer++;
      const caller = outer < to ? innermost[locations[outer]] : -1;
      if (caller >= 0 && caller !== stepNode[first]) {
        if (lastCaller[location] !== caller) {
          lastEdge[location] = edges.find(caller, stepNode[first]);
          lastCaller[location] = caller;
        }
        edges.count(lastEdge[location], stack, weight, stepIsInline[first]);
      }
    }
    if ((wants[location] & CALLS_INSIDE) !== 0) {
      const end = stepStart[location + 1];
      for (let step = first + 1; step < end; step++) {
        if (stepEdge[step] >= 0) edges.count(stepEdge[step], stack, weight, stepIsInline[step]);
      }
    }
  }
  return edges.edges();
}

/** Positions in `locations` of those that want anything. In `top` they are few, and finding them takes no branch to guess. */
function referencesTo(wants: Uint8Array, locations: IndexColumn): Int32Array {
  const isWanting = wants.map((wanted) => (wanted === NOTHING ? 0 : 1));
  // Each position is written and then kept or overwritten. Of memory for all of them only what is kept is touched.
  const references = new Int32Array(locations.length + 1);
  let count = 0;
  for (let at = 0; at < locations.length; at++) {
    references[count] = at;
    count += isWanting[locations[at]];
  }
  return references.subarray(0, count);
}

/** What is wanted of a location: the call from another location into it, the calls between its own nodes, or both. */
const NOTHING = 0;
const CALLS_INTO = 1;
const CALLS_INSIDE = 2;

/** The kept nodes of each location in calling order, with the edges between them, which are the same in every stack. */
function locationSteps(nodes: NodeTable, { kept, callees }: EdgeRules, edges: EdgeCounter) {
  const length = nodes.locationStart.length - 1;
  const stepStart = new Int32Array(length + 1);
  const stepNode: number[] = [];
  const stepIsInline: number[] = [];
  const stepEdge: number[] = [];
  const innermost = new Int32Array(length).fill(-1);
  const wants = new Uint8Array(length);
  for (let location = 0; location < length; location++) {
    const first = nodes.locationStart[location];
    const outermost = nodes.locationStart[location + 1] - 1;
    for (let i = outermost; i >= first; i--) {
      const node = nodes.locationNodes[i];
      if (kept && kept[node] === 0) continue;
      const caller = innermost[location];
      const isEdge = caller >= 0 && caller !== node && callees[node] === 1;
      stepEdge.push(isEdge ? edges.find(caller, node) : -1);
      stepNode.push(node);
      stepIsInline.push(i < outermost ? 1 : 0);
      if (isEdge) wants[location] |= CALLS_INSIDE;
      if (caller < 0 && callees[node] === 1) wants[location] |= CALLS_INTO;
      innermost[location] = node;
    }
    stepStart[location + 1] = stepNode.length;
  }
  return {
    stepStart,
    stepNode: Int32Array.from(stepNode),
    stepIsInline: Uint8Array.from(stepIsInline),
    stepEdge: Int32Array.from(stepEdge),
    innermost,
    wants,
  };
}
