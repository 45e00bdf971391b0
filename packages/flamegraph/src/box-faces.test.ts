import { expect, test } from 'vitest';
import { treeOf } from '../test/tree-of.ts';
import { buildFaces } from './box-faces.ts';
import { layoutFlameGraph } from './layout-flame-graph.ts';

const layout = layoutFlameGraph(treeOf('main;parse 100 → 300', 'main;scan 300 → 340', 'main;serve 600 → 360'));
const hatched = (findings?: readonly string[]) => {
  const faces = buildFaces(layout, findings);
  return layout.names.filter((_, name) => faces.hatched[name] === 1);
};

test('what changed and was not found is hatched, what did not change is plain', () => {
  expect(hatched(['parse'])).toEqual(['scan', 'serve']);
  expect(hatched([])).toEqual(['parse', 'scan', 'serve']);
});

test('nothing is hatched where nothing was judged', () => {
  expect(hatched()).toEqual([]);
});
