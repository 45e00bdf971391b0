import { expect, test } from 'vitest';
import { show } from '../../test/show.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { ProfileBuilder } from '../profile-builder.ts';
import { ROOT, StackTree } from './stack-tree.ts';

function samplesOf(fill: (tree: StackTree, labelSet: number) => void): string[] {
  const builder = new ProfileBuilder([{ type: 'samples', unit: 'count' }]);
  for (const name of ['main', 'work']) builder.addLocation({ lines: [{ function: builder.addFunction(name) }] });
  const tree = new StackTree(1, DEFAULT_LIMITS);
  fill(tree, builder.addLabelSet([{ key: 'thread', string: 'a' }]));
  tree.addSamplesTo(builder);
  return show(builder.build());
}
const [MAIN, WORK] = [0, 1];

test('a stack is one node, wherever it is reached from', () => {
  const tree = new StackTree(1, DEFAULT_LIMITS);
  const main = tree.child(ROOT, MAIN);
  expect(tree.child(ROOT, MAIN)).toBe(main);
  expect(tree.child(main, MAIN)).not.toBe(main);
});

test('values are added up by stack and labels, and samples keep the order of their first value', () => {
  const lines = samplesOf((tree, labelSet) => {
    const main = tree.child(ROOT, MAIN);
    tree.add(tree.child(main, WORK), 0, 1);
    tree.add(main, 0, 2);
    tree.add(main, 0, 4, labelSet);
    tree.add(main, 0, 8);
    tree.add(ROOT, 0, 16);
  });
  expect(lines).toEqual(['main;work 1', 'main 10', 'main 4 {thread=a}', '(empty) 16']);
});

test('a stack deeper than the limit is an error', () => {
  const tree = new StackTree(1, { ...DEFAULT_LIMITS, stackDepth: 1 });
  const main = tree.child(ROOT, MAIN);
  expect(() => tree.child(main, WORK)).toThrowError(expect.objectContaining({ code: 'too-large' }));
});
