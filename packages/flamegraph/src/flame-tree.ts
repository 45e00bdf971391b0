/** Numbers in a row: a plain array, as JSON gives it, or a typed array. */
export type NumberColumn = ArrayLike<number>;

/** In `nodes.name`: what was left out under this parent because it was small, taken together. */
export const OTHER = -1;
/** In `nodes.name`: the same for what was negative, so that it does not cancel what was positive. */
export const OTHER_NEGATIVE = -2;

/**
 * A stack tree, as plain JSON. The root ("all") is not written down: it is the parent of every node whose parent is -1.
 * With `nodes.base` it holds two profiles, base and head, on one tree; without it, one profile, in `nodes.head`.
 */
export interface FlameTree {
  /** What was measured, as in pprof: `{ type: 'cpu', unit: 'nanoseconds' }`. */
  readonly sampleType: FlameSampleType;
  /** Function names. Two equal strings are one function. */
  readonly names: readonly string[];
  readonly nodes: FlameNodes;
  /** The amounts that are 100 % of each side. Left out: the sum of the absolute own values of that side. */
  readonly whole?: FlameWhole;
  /** Set by `pruneFlameTree`: what was gathered in "(other)". */
  readonly pruned?: FlamePruned;
  /** Set by `pruneFlameTree`: the functions' totals before pruning, which small boxes no longer add up to. */
  readonly functions?: FlameFunctionColumns;
}

/** What the values measure, as pprof writes it: `cpu`, `nanoseconds`. */
export interface FlameSampleType {
  readonly type: string;
  readonly unit: string;
}

/** One entry a node in every column. */
export interface FlameNodes {
  /** Index of the caller's node, which must stand before this one; -1 for a node without a caller. */
  readonly parent: NumberColumn;
  /** Index into `names`, or `OTHER`, or `OTHER_NEGATIVE`. Nodes of one name under one parent are drawn as one box. */
  readonly name: NumberColumn;
  /** Own value (without callees) in the unit of the sample type; negative values are allowed. */
  readonly head: NumberColumn;
  /** Own value on the base side. */
  readonly base?: NumberColumn;
}

/** What counts as 100 %, in the unit of the sample type. */
export interface FlameWhole {
  /** Of the profile, or of the head. */
  readonly head: number;
  /** Of the base. */
  readonly base?: number;
}

/** What was left out of a tree to make it small. */
export interface FlamePruned {
  /** Boxes smaller than this share of the root were left out. */
  readonly minFraction: number;
  /** How many boxes were left out. */
  readonly boxes: number;
}

/** One entry a function in every column; `name` is an index into `names`. */
export interface FlameFunctionColumns {
  readonly name: NumberColumn;
  readonly ownHead: NumberColumn;
  readonly totalHead: NumberColumn;
  readonly ownBase?: NumberColumn;
  readonly totalBase?: NumberColumn;
}
