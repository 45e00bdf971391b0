import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { nodeName } from './node-name.ts';
import { nodeTable } from './node-table.ts';
import { nodeValues } from './node-values.ts';
import { stackWeights } from './stack-weights.ts';

/** `['name flat/cum', …]` */
function valuesOf(...lines: string[]): string[] {
  const { samples, stacks, ...rest } = profileOf(...lines);
  const nodes = nodeTable({ samples, stacks, ...rest });
  const weights = stackWeights(samples, stacks.length, samples.values[0]!);
  const { flat, cum } = nodeValues(stacks, nodes, weights.value, weights.isUsed);
  return nodes.info.map((info, node) => `${nodeName(info)} ${flat[node]}/${cum[node]}`).sort();
}

test('flat goes to the leaf, cum to all above it', () => {
  expect(valuesOf('main;parse;alloc 30', 'main;parse 5', 'main;render 12')).toEqual([
    'alloc 30/30',
    'main 0/47',
    'parse 5/35',
    'render 12/12',
  ]);
});

test('a recursive function counts once in a stack', () => {
  expect(valuesOf('main;walk;visit;walk;visit 7')).toEqual(['main 0/7', 'visit 7/7', 'walk 0/7']);
});

test('flat goes to the innermost inlined function', () => {
  expect(valuesOf('main;outer > inner 3')).toEqual(['inner 3/3', 'main 0/3', 'outer 0/3']);
});

test('negative values and empty stacks', () => {
  expect(valuesOf('main;a -3', 'main;b 5', '(empty) 100')).toEqual(['a -3/-3', 'b 5/5', 'main 0/2']);
});
