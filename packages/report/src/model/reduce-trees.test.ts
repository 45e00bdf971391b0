import type { FlameTree } from '@flamestep/flamegraph';
import { describe, expect, test } from 'vitest';
import { cpu, reportOf, row, zero } from '../../test/story.ts';
import { reduceTrees } from './reduce-trees.ts';
import { REPORT_LIMITS } from './report-limits.ts';

/** `count` functions that main calls, all as costly, with names of so many letters. */
function wideTree(count: number, letters: number): FlameTree {
  const places = Array.from({ length: count }, (_, place) => place);
  const costs = [0, ...places.map(() => 1000)];
  return {
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    names: ['main', ...places.map((place) => `${place}.${'x'.repeat(letters)}`)],
    nodes: { parent: [-1, ...places.map(() => 0)], name: costs.map((_, node) => node), base: costs, head: costs },
  };
}

const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const wholeOf = ({ nodes }: FlameTree) => Array.from(nodes.head).reduce((sum, cost) => sum + cost, 0);

describe('trees of a report', () => {
  test('are pruned until all of them fit, and lose nothing of their cost', () => {
    const trees = Array.from({ length: 4 }, () => wideTree(1500, 400));
    const all = reduceTrees(trees);
    expect(all.map(({ nodes }) => nodes.parent.length)).toEqual([1501, 1501, 1501, 1501]);
    const few = reduceTrees(trees, 100_000);
    expect(bytesOf(few)).toBeLessThanOrEqual(100_000);
    expect(few).toHaveLength(4);
    expect(few.map(wholeOf)).toEqual(trees.map(wholeOf));
  });

  test('are one for each sample type that a report can have', () => {
    const trees = Array.from({ length: REPORT_LIMITS.profiles + 3 }, () => wideTree(2, 3));
    expect(reduceTrees(trees)).toHaveLength(REPORT_LIMITS.profiles);
  });

  test('name a function as the tables do, however long its name', () => {
    const tree = wideTree(1, 900);
    const name = tree.names[1]!;
    const findings = [row(name, 'slower', 1, 3)];
    const comparison = { profiles: [cpu({ verdict: 'slower', findings, counts: { ...zero, slower: 1 } })], notes: [] };
    const report = reportOf({ comparison, trees: [tree] });
    expect(report.profiles[0]?.findings[0]?.name).toHaveLength(REPORT_LIMITS.name);
    expect(report.trees?.[0]?.names).toContain(report.profiles[0]?.findings[0]?.name);
  });
});
