import type { Limits } from '../limits.ts';
import { tooLarge } from '../limits.ts';
import { ProfileError } from '../profile-error.ts';
import type { ProfileBuilder } from '../profile-builder.ts';
import { Interner } from './interner.ts';

/** The parent of outermost frames, and the node of an empty stack. */
export const ROOT = -1;

/** Above every node and location number, so that two of them make one exact key. */
const KEY_BASE = 2 ** 26;

/**
 * A tree is far smaller than its stacks written out: a chain of n frames with a value on each takes n²/2 references. This many
 * are let through, ten times what the largest real profiles have.
 */
const MOST_REFERENCES = 50_000_000;

/** Collects values by call stack: a tree of frames, in which a node stands for the stack from the root to it. */
export class StackTree {
  readonly #limits: Limits;
  readonly #children = new Interner<number>('call tree nodes');
  readonly #parents: number[] = [];
  readonly #locations: number[] = [];
  readonly #depths: number[] = [];
  readonly #entries = new Interner<number>('distinct samples');
  readonly #entryNodes: number[] = [];
  readonly #entryLabelSets: number[] = [];
  readonly #columns: number[][];

  constructor(columns: number, limits: Limits) {
    this.#limits = limits;
    this.#columns = Array.from({ length: columns }, () => []);
  }

  /** The node for `location` called from `parent`. */
  child(parent: number, location: number): number {
    const node = this.#children.number((parent + 1) * KEY_BASE + location);
    if (node < this.#parents.length) return node;
    const depth = parent === ROOT ? 1 : this.#depths[parent] + 1;
    if (depth > this.#limits.stackDepth) throw tooLarge('stackDepth', this.#limits.stackDepth);
    this.#parents.push(parent);
    this.#locations.push(location);
    this.#depths.push(depth);
    return node;
  }

  /** Adds `value` to a column of the sample with this stack and these labels. */
  add(node: number, column: number, value: number, labelSet = 0): void {
    const entry = this.#entries.number(labelSet * KEY_BASE + node + 1);
    if (entry === this.#entryNodes.length) {
      if (entry >= this.#limits.samples) throw tooLarge('samples', this.#limits.samples);
      this.#entryNodes.push(node);
      this.#entryLabelSets.push(labelSet);
      for (const values of this.#columns) values.push(0);
    }
    this.#columns[column][entry] += value;
  }

  /** Adds one sample for each stack and label set that was given a value, in the order of the first one. */
  addSamplesTo(builder: ProfileBuilder): void {
    let references = 0;
    for (const node of this.#entryNodes) references += node === ROOT ? 0 : this.#depths[node];
    if (references > MOST_REFERENCES) {
      throw new ProfileError('too-large', `the stacks have ${references} frames in all; profile for a shorter time`);
    }
    for (let entry = 0; entry < this.#entryNodes.length; entry++) {
      const stack = builder.addStack(this.#path(this.#entryNodes[entry]));
      builder.addSample(
        stack,
        this.#columns.map((values) => values[entry]),
        this.#entryLabelSets[entry],
      );
    }
  }

  #path(leaf: number): number[] {
    const path: number[] = [];
    for (let node = leaf; node !== ROOT; node = this.#parents[node]) path.push(this.#locations[node]);
    return path;
  }
}
