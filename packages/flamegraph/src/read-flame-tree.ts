import { FlamegraphError } from './flamegraph-error.ts';
import { OTHER, OTHER_NEGATIVE, type FlamePruned, type FlameSampleType } from './flame-tree.ts';
import { readNames } from './read-names.ts';

/** Bounds on what an untrusted tree may hold. */
export interface FlameTreeLimits {
  /** Nodes in the tree. Default 2,000,000. */
  readonly nodes: number;
  /** Levels below the root. Default 20,000. */
  readonly depth: number;
  /** Characters of all names together. Default 200,000,000. */
  readonly nameCharacters: number;
}

/** The bounds where the caller names none. */
export const defaultFlameTreeLimits: FlameTreeLimits = { nodes: 2_000_000, depth: 20_000, nameCharacters: 200_000_000 };

/** A tree that was checked: indices hold, values are finite, equal names are one name. Only `readFlameTree` makes it. */
export interface CheckedTree {
  readonly sampleType: FlameSampleType;
  readonly names: readonly string[];
  /** How many names were longer than can be shown and are cut in the middle. */
  readonly cutNames: number;
  readonly parent: Int32Array;
  readonly name: Int32Array;
  readonly head: Float64Array;
  readonly base: Float64Array | undefined;
  readonly whole: { readonly base: number | undefined; readonly head: number } | undefined;
  readonly pruned: FlamePruned | undefined;
  readonly functions: CheckedFunctions | undefined;
}

export interface CheckedFunctions {
  readonly name: Int32Array;
  readonly ownBase: Float64Array | undefined;
  readonly ownHead: Float64Array;
  readonly totalBase: Float64Array | undefined;
  readonly totalHead: Float64Array;
}

/** Checks a `FlameTree` from outside. Throws `FlamegraphError` at the first fault; what it returns needs no further checks. */
export function readFlameTree(value: unknown, limits: Partial<FlameTreeLimits> = {}): CheckedTree {
  const { nodes: maxNodes, depth: maxDepth, nameCharacters } = { ...defaultFlameTreeLimits, ...limits };
  const tree = readRecord(value, 'tree');
  const sampleType = readRecord(tree['sampleType'], 'sampleType');
  const { names, indexOf, cutNames } = readNames(tree['names'], nameCharacters);
  const nodes = readRecord(tree['nodes'], 'nodes');
  const head = readValues(nodes['head'], 'nodes.head', undefined, maxNodes);
  const base = nodes['base'] === undefined ? undefined : readValues(nodes['base'], 'nodes.base', head.length, maxNodes);
  const parent = readParents(nodes['parent'], head.length);
  checkDepth(parent, maxDepth);
  return {
    sampleType: { type: readText(sampleType['type'], 'sampleType.type'), unit: readText(sampleType['unit'], 'sampleType.unit') },
    names,
    cutNames,
    parent,
    name: readNameIndices(nodes['name'], 'nodes.name', head.length, indexOf, OTHER_NEGATIVE),
    head,
    base,
    whole: readWhole(tree['whole'], base !== undefined),
    pruned: readPruned(tree['pruned']),
    functions: readFunctions(tree['functions'], base !== undefined, indexOf, maxNodes),
  };
}

function readParents(value: unknown, length: number): Int32Array {
  const column = readColumn(value, 'nodes.parent', length);
  const parent = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const index = column[i];
    if (typeof index !== 'number' || !Number.isInteger(index) || index < -1 || index >= i) {
      throw new FlamegraphError(
        'dangling-reference',
        `nodes.parent[${i}]`,
        `${show(index)} is not the index of an earlier node; write -1 for a node without a caller, and callers before callees`,
      );
    }
    parent[i] = index;
  }
  return parent;
}

function checkDepth(parent: Int32Array, maxDepth: number): void {
  const depth = new Int32Array(parent.length);
  for (let i = 0; i < parent.length; i++) {
    depth[i] = parent[i] < 0 ? 1 : depth[parent[i]] + 1;
    if (depth[i] > maxDepth) {
      throw new FlamegraphError(
        'too-large',
        `nodes.parent[${i}]`,
        `deeper than ${maxDepth} levels; raise the limit "depth" if this is meant`,
      );
    }
  }
}

function readNameIndices(value: unknown, path: string, length: number, indexOf: Int32Array, lowest: number): Int32Array {
  const column = readColumn(value, path, length);
  const result = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const index = column[i];
    if (typeof index !== 'number' || !Number.isInteger(index) || index < lowest || index >= indexOf.length) {
      throw new FlamegraphError(
        'dangling-reference',
        `${path}[${i}]`,
        `${show(index)} is not an index into names (0 to ${indexOf.length - 1})`,
      );
    }
    result[i] = index < 0 ? index : indexOf[index];
  }
  return result;
}

function readValues(value: unknown, path: string, length: number | undefined, max: number): Float64Array {
  const column = readColumn(value, path, length);
  if (column.length > max) {
    throw new FlamegraphError(
      'too-large',
      path,
      `${column.length} entries are more than ${max}; prune the tree or raise the limit "nodes"`,
    );
  }
  const result = new Float64Array(column.length);
  for (let i = 0; i < result.length; i++) result[i] = readNumber(column[i], `${path}[${i}]`);
  return result;
}

function readWhole(value: unknown, union: boolean): CheckedTree['whole'] {
  if (value === undefined) return undefined;
  const whole = readRecord(value, 'whole');
  return { head: readAmount(whole['head'], 'whole.head'), base: union ? readAmount(whole['base'], 'whole.base') : undefined };
}

function readAmount(value: unknown, path: string): number {
  const amount = readNumber(value, path);
  if (amount < 0) throw new FlamegraphError('out-of-range', path, `${amount} is negative; 100 % must be a positive amount`);
  return amount;
}

function readPruned(value: unknown): FlamePruned | undefined {
  if (value === undefined) return undefined;
  const pruned = readRecord(value, 'pruned');
  return {
    minFraction: readAmount(pruned['minFraction'], 'pruned.minFraction'),
    boxes: readAmount(pruned['boxes'], 'pruned.boxes'),
  };
}

function readFunctions(value: unknown, union: boolean, indexOf: Int32Array, max: number): CheckedFunctions | undefined {
  if (value === undefined) return undefined;
  const columns = readRecord(value, 'functions');
  const ownHead = readValues(columns['ownHead'], 'functions.ownHead', undefined, max);
  const read = (key: string) => readValues(columns[key], `functions.${key}`, ownHead.length, max);
  return {
    name: readNameIndices(columns['name'], 'functions.name', ownHead.length, indexOf, OTHER + 1),
    ownHead,
    totalHead: read('totalHead'),
    ownBase: union ? read('ownBase') : undefined,
    totalBase: union ? read('totalBase') : undefined,
  };
}

function readNumber(value: unknown, path: string): number {
  if (typeof value !== 'number') throw new FlamegraphError('invalid-shape', path, `${show(value)} is not a number`);
  if (!(Math.abs(value) <= Number.MAX_SAFE_INTEGER)) {
    throw new FlamegraphError('out-of-range', path, `${value} is not a finite number up to 2^53; write it in a larger unit`);
  }
  return value;
}

function readText(value: unknown, path: string): string {
  if (typeof value !== 'string') throw new FlamegraphError('invalid-shape', path, `${show(value)} is not a string`);
  if (value.length > 200) throw new FlamegraphError('too-large', path, 'longer than 200 characters');
  return value;
}

function readRecord(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new FlamegraphError('invalid-shape', path, `${show(value)} is not an object`);
  }
  // An object has string keys, and each of them is checked where it is read.
  return value as Record<string, unknown>;
}

function readColumn(value: unknown, path: string, length: number | undefined): ArrayLike<unknown> {
  if (!Array.isArray(value) && !isNumberArray(value)) {
    throw new FlamegraphError('invalid-shape', path, `${show(value)} is not an array`);
  }
  if (length !== undefined && value.length !== length) {
    throw new FlamegraphError('invalid-shape', path, `has ${value.length} entries where ${length} are needed: one for each`);
  }
  return value;
}

function isNumberArray(value: unknown): value is ArrayLike<number> {
  return (
    ArrayBuffer.isView(value) && 'length' in value && !(value instanceof BigInt64Array) && !(value instanceof BigUint64Array)
  );
}

function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 40));
  return typeof value === 'object' && value !== null ? (Array.isArray(value) ? 'an array' : 'an object') : String(value);
}
