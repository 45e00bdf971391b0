import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { collectEdges } from './collect-edges.ts';
import { nodeName } from './node-name.ts';
import { nodeTable } from './node-table.ts';
import { stackWeights } from './stack-weights.ts';

/** `['caller -> callee weight', …]` in byte order, with `(inline)` behind; only `kept` functions exist, all where it is absent. */
function edgesOf(lines: string[], limits: { kept?: string[]; callees?: string[] } = {}): string[] {
  const profile = profileOf(...lines);
  const nodes = nodeTable(profile);
  const names = nodes.info.map(nodeName);
  const mask = (wanted: string[]) => Uint8Array.from(names, (name) => (wanted.includes(name) ? 1 : 0));
  const { samples, stacks } = profile;
  const edges = collectEdges(stacks, nodes, stackWeights(samples, stacks.length, samples.values[0]!), {
    kept: limits.kept && mask(limits.kept),
    callees: mask(limits.callees ?? names),
  });
  return Array.from({ length: edges.length }, (_, edge) => {
    const call = `${names[edges.caller[edge]]} -> ${names[edges.callee[edge]]} ${edges.weight[edge]}`;
    return edges.isInline[edge] === 1 ? `${call} (inline)` : call;
  }).sort();
}

test('sums calls over stacks', () => {
  expect(edgesOf(['main;parse;alloc 30', 'main;render;alloc 12', 'main;parse 1'])).toEqual([
    'main -> parse 31',
    'main -> render 12',
    'parse -> alloc 30',
    'render -> alloc 12',
  ]);
});

test('a pair counts once for a stack, and a call to itself is no edge', () => {
  expect(edgesOf(['main;walk;visit;walk;visit;visit 7'])).toEqual(['main -> walk 7', 'visit -> walk 7', 'walk -> visit 7']);
});

test('calls inside a location are inlined', () => {
  expect(edgesOf(['main;outer > middle > inner 3'])).toEqual([
    'main -> outer 3',
    'middle -> inner 3 (inline)',
    'outer -> middle 3 (inline)',
  ]);
});

test('a call is inlined only where it always is', () => {
  expect(edgesOf(['main > work 3', 'main;work 4'])).toEqual(['main -> work 7']);
});

test('the first call of a pair, from the root, decides for the stack', () => {
  expect(edgesOf(['a > b;a;b 1'])).toContain('a -> b 1 (inline)');
  expect(edgesOf(['a;b;a > b 1'])).toContain('a -> b 1');
});

test('a call over functions that do not exist goes to the next that does', () => {
  const lines = ['main;gone;work 5', 'main;gone 2', 'gone;work 1'];
  expect(edgesOf(lines, { kept: ['main', 'work'] })).toEqual(['main -> work 5']);
});

test('a call out of a location that is half gone stays inlined', () => {
  expect(edgesOf(['main;gone > inner 5'], { kept: ['main', 'inner'] })).toEqual(['main -> inner 5 (inline)']);
});

test('only the wanted callees', () => {
  expect(edgesOf(['main;parse > alloc;grow 30'], { callees: ['alloc'] })).toEqual(['parse -> alloc 30 (inline)']);
});

test('calls of samples that cancel out are edges, those of zeros are not', () => {
  expect(edgesOf(['a;b 4', 'a;b -4 {k=v}', 'c > d 0'])).toEqual(['a -> b 0']);
});

test('many different calls', () => {
  const lines = Array.from({ length: 900 }, (_, i) => `f${i % 30};g${i} 1`);
  const edges = edgesOf([...lines, ...lines]);
  expect(edges).toHaveLength(900);
  expect(edges.every((edge) => edge.endsWith(' 2'))).toBe(true);
});
