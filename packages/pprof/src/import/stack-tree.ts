import type { Limits } from '../limits.ts';
import { tooLarge } from '../limits.ts';
import { PairTable } from '../pair-table.ts';
import { ProfileError } from '../profile-error.ts';
import type { ProfileBuilder } from '../profile-builder.ts';
import { grown } from '../wire/growable.ts';

/** The parent of outermost frames, and the node of an empty stack. */
export const ROOT = -1;

/**
 * A tree is far smaller than its stacks written out: a chain of n frames with a value on each takes n²/2 references. This many
 * are let through, ten times what the largest real profiles have.
 */
const MOST_REFERENCES = 50_000_000;
/** A tree with more nodes than this is no longer a profile that anybody could look at. */
const MOST_NODES = 2 ** 25;

/** Collects values by call stack: a tree of frames, in which a node stands for the stack from the root to it. */
export class StackTree {
  readonly #limits: Limits;
  /** Parent and location of each node. */
  readonly #nodes = new PairTable();
  #depths = new Int32Array(64);
  /** Node and label set of each sample. */
  readonly #samples = new PairTable();
  readonly #columns: Float64Array[];

  constructor(columns: number, limits: Limits) {
    this.#limits = limits;
    this.#columns = Array.from({ length: columns }, () => new Float64Array(64));
  }

  /** The node for `location` called from `parent`. */
  child(parent: number, location: number): number {
    const known = this.#nodes.length;
    const node = this.#nodes.find(parent, location);
    if (node < known) return node;
    if (node >= MOST_NODES) {
      throw new ProfileError('too-large', `the profile has more than ${MOST_NODES} call tree nodes; profile for a shorter time`);
    }
    const depth = this.#depthOf(parent) + 1;
    if (depth > this.#limits.stackDepth) throw tooLarge('stackDepth', this.#limits.stackDepth);
    this.#depths = grown(this.#depths, node + 1);
    this.#depths[node] = depth;
    return node;
  }

  /** Adds `value` to a column of the sample with this stack and these labels. */
  add(node: number, column: number, value: number, labelSet = 0): void {
    const known = this.#samples.length;
    const sample = this.#samples.find(node, labelSet);
    if (sample === known) {
      if (sample >= this.#limits.samples) throw tooLarge('samples', this.#limits.samples);
      for (let i = 0; i < this.#columns.length; i++) this.#columns[i] = grown(this.#columns[i], sample + 1);
    }
    this.#columns[column][sample] += value;
  }

  /** Adds one sample for each stack and label set that was given a value, in the order of the first one. */
  addSamplesTo(builder: ProfileBuilder): void {
    let references = 0;
    for (let sample = 0; sample < this.#samples.length; sample++) references += this.#depthOf(this.#samples.first[sample]);
    if (references > MOST_REFERENCES) {
      throw new ProfileError('too-large', `the stacks have ${references} frames in all; profile for a shorter time`);
    }
    for (let sample = 0; sample < this.#samples.length; sample++) {
      const stack = builder.addStack(this.#path(this.#samples.first[sample]));
      builder.addSample(
        stack,
        this.#columns.map((values) => values[sample]),
        this.#samples.second[sample],
      );
    }
  }

  #depthOf(node: number): number {
    return node === ROOT ? 0 : this.#depths[node];
  }

  #path(leaf: number): number[] {
    const path: number[] = [];
    for (let node = leaf; node !== ROOT; node = this.#nodes.first[node]) path.push(this.#nodes.second[node]);
    return path;
  }
}
