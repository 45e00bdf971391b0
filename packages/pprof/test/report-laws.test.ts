import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stackTree, top, tree } from '../src/index.ts';
import type { TreeReport } from '../src/index.ts';
import { comparableProfiles } from './arbitrary-profile.ts';
import { profileOf } from './profile-of.ts';

interface Sample {
  /** Frames from the root, in the notation of `profileOf`. */
  readonly frames: readonly string[];
  readonly value: number;
}

const anySamples: fc.Arbitrary<Sample[]> = fc.array(
  fc.record({
    frames: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'a > b', 'b > a', 'c > b > a', 'd > d', 'b > c'), { maxLength: 7 }),
    value: fc.integer({ min: -3, max: 9 }),
  }),
  { maxLength: 12 },
);

const lineOf = ({ frames, value }: Sample) => `${frames.length === 0 ? '(empty)' : frames.join(';')} ${value}`;

interface Call {
  weight: number;
  isInline: boolean;
}

/** Flat and cumulative costs and calls as their definitions read, with a set for each sample. Only `kept` functions exist. */
function byDefinition(samples: readonly Sample[], kept: ReadonlySet<string>) {
  const flat = new Map<string, number>();
  const cum = new Map<string, number>();
  const calls = new Map<string, Call>();
  for (const { frames, value } of samples) {
    if (value === 0) continue;
    const all = frames.flatMap((frame) => frame.split(' > ').map((name, i) => ({ name, isInline: i > 0 })));
    const steps = all.filter(({ name }) => kept.has(name));
    const leaf = all.at(-1)?.name;
    if (leaf !== undefined && kept.has(leaf)) flat.set(leaf, (flat.get(leaf) ?? 0) + value);
    for (const name of new Set(steps.map((step) => step.name))) cum.set(name, (cum.get(name) ?? 0) + value);
    const seen = new Set<string>();
    for (let i = 1; i < steps.length; i++) {
      const { name, isInline } = steps[i]!;
      const pair = `${steps[i - 1]!.name} -> ${name}`;
      if (steps[i - 1]!.name === name || seen.has(pair)) continue;
      seen.add(pair);
      const call = calls.get(pair) ?? { weight: 0, isInline: true };
      calls.set(pair, { weight: call.weight + value, isInline: call.isInline && isInline });
    }
  }
  return { flat, cum, calls };
}

function callsOf(report: TreeReport): Map<string, Call> {
  const calls = new Map<string, Call>();
  for (const { name, callers, callees } of report.rows) {
    for (const { name: caller, ...call } of callers) calls.set(`${caller} -> ${name}`, call);
    for (const { name: callee, ...call } of callees) calls.set(`${name} -> ${callee}`, call);
  }
  return calls;
}

describe('tree', () => {
  test('is what the definitions of flat, cum and calls say', () => {
    fc.assert(
      fc.property(anySamples, fc.integer({ min: 0, max: 4 }), (samples, nodeCount) => {
        const limits = { nodeCount, nodeFraction: 0, edgeFraction: 0 };
        const report = tree(profileOf(...samples.map(lineOf)), limits);
        const shown = report.rows.map(({ name }) => name);
        const isCut = report.header.some((line) => line.startsWith('Showing top'));
        const { flat, cum, calls } = byDefinition(samples, new Set(isCut ? shown : ['a', 'b', 'c', 'd']));
        for (const row of report.rows) {
          expect([row.name, row.flat, row.cum]).toEqual([row.name, flat.get(row.name) ?? 0, cum.get(row.name)]);
        }
        const ofShown = [...calls].filter(([pair]) => pair.split(' -> ').some((name) => shown.includes(name)));
        expect(callsOf(report)).toEqual(new Map(ofShown));
      }),
      { numRuns: 500 },
    );
  });
});

describe('top', () => {
  test('knows what was inlined from the same calls as tree', () => {
    fc.assert(
      fc.property(anySamples, fc.integer({ min: 0, max: 4 }), fc.constantFrom(0, 0.2), (samples, nodeCount, edgeFraction) => {
        const limits = { nodeCount, nodeFraction: 0, edgeFraction };
        const profile = profileOf(...samples.map(lineOf));
        const kinds = tree(profile, limits).rows.map(({ name, callers }) => {
          const inline = callers.filter((call) => call.isInline).length;
          return `${name} ${inline === 0 ? 'no' : inline === callers.length ? 'always' : 'sometimes'}`;
        });
        expect(top(profile, limits).rows.map(({ name, inlined }) => `${name} ${inlined}`)).toEqual(kinds);
      }),
    );
  });

  test('adds up to the samples that have a stack', () => {
    fc.assert(
      fc.property(anySamples, (samples) => {
        const { rows } = top(profileOf(...samples.map(lineOf)), { trim: false });
        const expected = samples.filter(({ frames }) => frames.length > 0).reduce((sum, { value }) => sum + value, 0);
        expect(rows.reduce((sum, { flat }) => sum + flat, 0)).toBe(expected);
      }),
    );
  });
});

describe('stackTree', () => {
  test('holds the flat costs of top, function by function', () => {
    fc.assert(
      fc.property(comparableProfiles(1), ([profile]) => {
        const { names, nodes } = stackTree(profile!);
        const flat = new Map<string, number>();
        nodes.head.forEach((value, node) => {
          const name = names[nodes.name[node]!]!;
          flat.set(name, (flat.get(name) ?? 0) + value);
        });
        const rows = new Map<string, number>();
        for (const row of top(profile!, { trim: false }).rows) rows.set(row.name, (rows.get(row.name) ?? 0) + row.flat);
        // Samples without a stack are only in the tree.
        for (const name of new Set([...rows.keys(), ...flat.keys()])) {
          if (name !== '<unknown>') expect([name, flat.get(name) ?? 0]).toEqual([name, rows.get(name) ?? 0]);
        }
      }),
    );
  });

  test('of two profiles holds the tree of each', () => {
    fc.assert(
      fc.property(anySamples, anySamples, (a, b) => {
        const [head, base] = [profileOf(...a.map(lineOf)), profileOf(...b.map(lineOf))];
        const both = stackTree(head, { base });
        expect(paths(both, both.nodes.head)).toEqual(paths(stackTree(head), stackTree(head).nodes.head));
        expect(paths(both, both.nodes.base!)).toEqual(paths(stackTree(base), stackTree(base).nodes.head));
      }),
    );
  });
});

/** Own values by path from the root, without those that are 0. */
function paths({ names, nodes }: ReturnType<typeof stackTree>, values: readonly number[]): Map<string, number> {
  const path: string[] = [];
  const found = new Map<string, number>();
  nodes.parent.forEach((parent, node) => {
    path[node] = `${parent < 0 ? '' : path[parent]};${names[nodes.name[node]!]}`;
    if (values[node] !== 0) found.set(path[node], values[node]!);
  });
  return found;
}
