import type { StackTable } from '../profile.ts';
import type { NodeTable } from './node-table.ts';

/** What each node costs. */
export interface NodeValues {
  /** Cost that arose in the node itself. */
  readonly flat: Float64Array;
  /** Cost of the node and of all it called; a stack counts once, however often the node stands in it. */
  readonly cum: Float64Array;
}

/** Sums the weights of the stacks by node. One pass over all location references, without a set and without an object. */
export function nodeValues(stacks: StackTable, nodes: NodeTable, weights: Float64Array, isUsed: Uint8Array): NodeValues {
  const { start, locations } = stacks;
  const { locationStart, locationNodes } = nodes;
  const onlyNode = onlyNodes(nodes);
  const flat = new Float64Array(nodes.length);
  const cum = new Float64Array(nodes.length);
  const lastStack = new Int32Array(nodes.length).fill(-1);
  for (let stack = 0; stack < stacks.length; stack++) {
    const from = start[stack];
    const to = start[stack + 1];
    if (isUsed[stack] === 0 || from === to) continue;
    const weight = weights[stack];
    flat[locationNodes[locationStart[locations[from]]]] += weight;
    for (let at = from; at < to; at++) {
      const location = locations[at];
      const only = onlyNode[location];
      if (only >= 0) {
        if (lastStack[only] !== stack) {
          lastStack[only] = stack;
          cum[only] += weight;
        }
        continue;
      }
      const end = locationStart[location + 1];
      for (let i = locationStart[location]; i < end; i++) {
        const node = locationNodes[i];
        if (lastStack[node] === stack) continue;
        lastStack[node] = stack;
        cum[node] += weight;
      }
    }
  }
  return { flat, cum };
}

/** The node of each location that has just one, else -1: a shorter way to it for nearly all references. */
function onlyNodes({ locationStart, locationNodes }: NodeTable): Int32Array {
  const only = new Int32Array(locationStart.length - 1).fill(-1);
  for (let location = 0; location < only.length; location++) {
    const first = locationStart[location];
    if (locationStart[location + 1] === first + 1) only[location] = locationNodes[first];
  }
  return only;
}
