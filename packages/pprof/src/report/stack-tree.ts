import { ProfileError } from '../profile-error.ts';
import type { Profile, ValueType } from '../profile.ts';
import { nodeName } from './node-name.ts';
import { nodeTable } from './node-table.ts';
import { PairTable } from './pair-table.ts';
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
  const headValues = tree.add(head);
  const baseValues = base && tree.add(base);
  const { length } = tree.nodes;
  const column = (values: Map<number, number>) => Array.from({ length }, (_, node) => values.get(node) ?? 0);
  return {
    sampleType: head.sampleType,
    names: tree.names,
    nodes: {
      parent: Array.from(tree.nodes.first.subarray(0, length)),
      name: Array.from(tree.nodes.second.subarray(0, length)),
      head: column(headValues),
      ...(baseValues ? { base: column(baseValues) } : {}),
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

class TreeBuilder {
  /** Nodes as pairs of parent and name. */
  readonly nodes = new PairTable();
  readonly names: string[] = [];
  readonly #nameIndex = new Map<string, number>();

  /** Adds the stacks of a profile and returns what arose in each node. */
  add({ profile, value }: PreparedReport): Map<number, number> {
    const { stacks, samples } = profile;
    const { info, locationStart, locationNodes } = nodeTable(profile);
    const names = Int32Array.from(info, (place) => this.#name(nodeName(place)));
    const weights = stackWeights(samples, stacks.length, samples.values[value]!);
    const own = new Map<number, number>();
    for (let stack = 0; stack < stacks.length; stack++) {
      if (weights.isUsed[stack] === 0) continue;
      let node = -1;
      for (let at = stacks.start[stack + 1] - 1; at >= stacks.start[stack]; at--) {
        const location = stacks.locations[at];
        for (let i = locationStart[location + 1] - 1; i >= locationStart[location]; i--) {
          node = this.nodes.find(node, names[locationNodes[i]]);
        }
      }
      if (node === -1) node = this.nodes.find(-1, this.#name('<unknown>'));
      own.set(node, (own.get(node) ?? 0) + weights.value[stack]);
    }
    return own;
  }

  #name(name: string): number {
    let index = this.#nameIndex.get(name);
    if (index === undefined) this.#nameIndex.set(name, (index = this.names.push(name) - 1));
    return index;
  }
}
