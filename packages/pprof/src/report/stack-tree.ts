import { ProfileError } from '../profile-error.ts';
import type { Profile, StackTable, ValueType } from '../profile.ts';
import { nodeName } from './node-name.ts';
import { nodeTable } from './node-table.ts';
import type { NodeTable } from './node-table.ts';
import { PairTable } from '../pair-table.ts';
import { prepareReport } from './prepare-report.ts';
import type { PreparedReport } from './prepare-report.ts';
import type { ReportOptions } from './report-options.ts';
import { stackWeights } from './stack-weights.ts';

/**
 * The call tree of a profile, or of two on one tree, in columns of plain JSON. There is no node for the root: it is the parent of
 * every node whose parent is -1.
 */
export interface StackTree {
  readonly sampleType: ValueType;
  /** Names of functions (or lines, or files), each once. */
  readonly names: readonly string[];
  readonly nodes: StackTreeNodes;
  /** What counts as 100 % on each side; see `computeTotal`. */
  readonly whole: { readonly head: number; readonly base?: number };
  /** Options that had no effect, in sentences. */
  readonly warnings: readonly string[];
}

/** One entry a node in every column. */
export interface StackTreeNodes {
  /** Index of the caller's node, which stands before this one; -1 for a node without a caller. */
  readonly parent: readonly number[];
  /** Index into {@link StackTree.names}. */
  readonly name: readonly number[];
  /** Cost that arose in the node itself, in the sample type's own unit; possibly negative. */
  readonly head: readonly number[];
  /** The same on the base side, where there is one. */
  readonly base?: readonly number[];
}

/** Options of {@link stackTree}. Those about trimming, sorting and units mean nothing here. */
export type StackTreeOptions = ReportOptions & {
  /** A second profile, for the same tree with the values of both. The other options hold for both. */
  readonly base?: Profile | undefined;
};

/**
 * Builds the call tree of a profile. Stacks are joined from the root as long as the names are equal, inlined functions are nodes of
 * their own. Samples without a stack are in the node `<unknown>`.
 *
 * Throws `ProfileError` `incompatible` for options that do not fit the profile, for means, which do not add up, and for a base
 * whose sample type or unit is another; `out-of-range` for sums past 2^53.
 */
export function stackTree(profile: Profile, options: StackTreeOptions = {}): StackTree {
  const { base: baseProfile, ...reportOptions } = options;
  if (options.mean) throw new ProfileError('incompatible', 'means do not add up to a tree; leave out the option mean');
  const head = prepareReport(profile, 'traces', reportOptions);
  const base = baseProfile && prepareReport(baseProfile, 'traces', reportOptions);
  if (base) requireSameType(head.sampleType, base.sampleType);

  const tree = new TreeBuilder();
  const sides = { head: tree.add(head), base: base && tree.add(base) };
  const { length } = tree.nodes;
  return {
    sampleType: head.sampleType,
    names: tree.names,
    nodes: {
      parent: Array.from(tree.nodes.first.subarray(0, length)),
      name: Array.from(tree.nodes.second.subarray(0, length)),
      head: ownValues(sides.head, length),
      ...(sides.base ? { base: ownValues(sides.base, length) } : {}),
    },
    whole: { head: head.total, ...(base ? { base: base.total } : {}) },
    warnings: [...new Set([...head.warnings, ...(base?.warnings ?? [])])],
  };
}

function requireSameType(head: ValueType, base: ValueType): void {
  if (head.type === base.type && head.unit === base.unit) return;
  const [a, b] = [base, head].map(({ type, unit }) => `${type}/${unit}`);
  throw new ProfileError(
    'incompatible',
    `the base measures ${a}, the other profile ${b}; choose the same sample type of both with sampleIndex, and unify their units`,
  );
}

/** Stacks of a profile in the tree: where each ends (-1 where it is not used), and what it costs. */
interface PlacedStacks {
  readonly leaf: Int32Array;
  readonly value: Float64Array;
}

function ownValues({ leaf, value }: PlacedStacks, length: number): number[] {
  const own = new Float64Array(length);
  for (let stack = 0; stack < leaf.length; stack++) if (leaf[stack] >= 0) own[leaf[stack]] += value[stack];
  return Array.from(own);
}

class TreeBuilder {
  /** Nodes as pairs of parent and name. */
  readonly nodes = new PairTable();
  readonly names: string[] = [];
  readonly #nameIndex = new Map<string, number>();

  /** Adds the stacks of a profile. */
  add({ profile, value: column }: PreparedReport): PlacedStacks {
    const { stacks, samples } = profile;
    const { start, locations } = stacks;
    const table = nodeTable(profile);
    const names = Int32Array.from(table.info, (place) => this.#name(nodeName(place)));
    const { value, isUsed } = stackWeights(samples, stacks.length, samples.values[column]!);
    const leaf = new Int32Array(stacks.length).fill(-1);
    // The tree node below each location of the stack before, from the root: neighbouring stacks share much of their way.
    const way: number[] = [];
    let before = -1;
    for (let stack = 0; stack < stacks.length; stack++) {
      if (isUsed[stack] === 0) continue;
      const shared = before < 0 ? 0 : sharedFromRoot(stacks, before, stack);
      const depth = start[stack + 1] - start[stack];
      let node = shared === 0 ? -1 : way[shared - 1]!;
      for (let level = shared; level < depth; level++) {
        node = this.#descend(node, table, names, locations[start[stack + 1] - 1 - level]);
        way[level] = node;
      }
      leaf[stack] = depth === 0 ? this.nodes.find(-1, this.#name('<unknown>')) : node;
      before = stack;
    }
    return { leaf, value };
  }

  #descend(node: number, { locationStart, locationNodes }: NodeTable, names: Int32Array, location: number): number {
    for (let i = locationStart[location + 1] - 1; i >= locationStart[location]; i--) {
      node = this.nodes.find(node, names[locationNodes[i]]);
    }
    return node;
  }

  #name(name: string): number {
    let index = this.#nameIndex.get(name);
    if (index === undefined) this.#nameIndex.set(name, (index = this.names.push(name) - 1));
    return index;
  }
}

/** How many locations two stacks share from the root. */
function sharedFromRoot({ start, locations }: StackTable, a: number, b: number): number {
  const most = Math.min(start[a + 1] - start[a], start[b + 1] - start[b]);
  let shared = 0;
  while (shared < most && locations[start[a + 1] - 1 - shared] === locations[start[b + 1] - 1 - shared]) shared++;
  return shared;
}
