import { ProfileError } from '../../profile-error.ts';
import { ROOT } from '../stack-tree.ts';
import type { StackTree } from '../stack-tree.ts';
import type { CallFrame, CallFrames } from './call-frames.ts';

const NO_PARENT = -1;
const UNKNOWN = -2;

/** A call tree of V8: nodes with a frame and the index of their parent, or -1. */
export interface CallTreeNodes {
  readonly frames: readonly CallFrame[];
  readonly parents: readonly number[];
}

/** Places the nodes of V8's call tree in a stack tree, each when it is asked for, in any order. */
export class CallTree {
  readonly #nodes: CallTreeNodes;
  readonly #callFrames: CallFrames;
  readonly #stacks: StackTree;
  readonly #placed: Int32Array;

  constructor(nodes: CallTreeNodes, callFrames: CallFrames, stacks: StackTree) {
    this.#nodes = nodes;
    this.#callFrames = callFrames;
    this.#stacks = stacks;
    this.#placed = new Int32Array(nodes.frames.length).fill(UNKNOWN);
  }

  /**
   * The stack of a node, to put a value on; with `line` where that is the line that ran. V8's `(root)` is left out of stacks,
   * because every stack begins with it, but is shown where a value stands on it.
   */
  stackOf(node: number, line?: number): number {
    const { frames, parents } = this.#nodes;
    if (line === undefined && !this.#isRoot(node)) return this.#place(node);
    const caller = parents[node] === NO_PARENT ? ROOT : this.#place(parents[node]);
    return this.#stacks.child(caller, this.#callFrames.location(frames[node], line));
  }

  /** Climbs to the nearest ancestor that has its place, then gives one to each node on the way down. */
  #place(node: number): number {
    const { frames, parents } = this.#nodes;
    const placed = this.#placed;
    const way: number[] = [];
    let at = node;
    while (at !== NO_PARENT && placed[at] === UNKNOWN) {
      way.push(at);
      at = parents[at];
      if (way.length > frames.length) throw new ProfileError('malformed', 'the call tree has a loop: a node is its own caller');
    }
    let stack = at === NO_PARENT ? ROOT : placed[at];
    while (way.length > 0) {
      const next = way.pop()!;
      if (!this.#isRoot(next)) stack = this.#stacks.child(stack, this.#callFrames.location(frames[next]));
      placed[next] = stack;
    }
    return stack;
  }

  #isRoot(node: number): boolean {
    return this.#nodes.parents[node] === NO_PARENT && this.#nodes.frames[node].functionName === '(root)';
  }
}
