import { expect, test } from 'vitest';
import { stacksOf } from '../../test/stacks-of.ts';
import type { Profile } from '@flamestep/pprof';
import { matchFunctions } from '../match/match-functions.ts';
import { explainMoves } from './explain-moves.ts';
import type { MoveEvidence } from './explain-moves.ts';

/** Evidence from one exact profile a side; every function whose own cost changed by 5 or more counts as changed. */
function evidenceOf(base: Profile, head: Profile): MoveEvidence {
  const matching = matchFunctions([base, head], 1);
  const [before, after] = [base, head].map((profile, side) => ownCosts(profile, matching.entityOf[side], matching.length));
  const changeOf = (entities: readonly number[]) => {
    const [from, to] = [before, after].map((costs) => entities.reduce((sum, entity) => sum + costs[entity], 0));
    return { base: from, head: to, change: to - from, low: to - from, high: to - from };
  };
  const side = (profile: Profile, run: number) => ({
    profiles: [profile],
    entityOf: [matching.entityOf[run]],
    values: [profile.samples.values[0]],
    length: matching.length,
  });
  return {
    matching,
    base: side(base, 0),
    head: side(head, 1),
    changed: [...before.keys()].filter((entity) => Math.abs(after[entity] - before[entity]) >= 5),
    changeOf,
    whole: before.reduce((sum, cost) => sum + cost, 0),
    thresholds: {
      relative: new Float64Array(matching.length).fill(0.1),
      share: new Float64Array(matching.length).fill(0.005),
    },
  };
}

function ownCosts({ samples, stacks, locations }: Profile, entityOf: Int32Array, length: number): number[] {
  const costs = new Array<number>(length).fill(0);
  for (let sample = 0; sample < samples.length; sample++) {
    const leaf = stacks.locations[stacks.start[samples.stack[sample]]];
    costs[entityOf[locations.lineFunction[locations.lineStart[leaf]]]] += samples.values[0][sample];
  }
  return costs;
}

function show(base: Profile, head: Profile): string[] {
  const evidence = evidenceOf(base, head);
  const { base: before, head: after } = evidence.matching;
  return explainMoves(evidence).map(({ kind, from, to }) => {
    const lost = from.map((entity) => before[entity]?.name ?? '?').join(', ');
    const got = to.map((entity) => after[entity]?.name ?? '?').join(', ');
    return `${kind}: ${lost} -> ${got}`;
  });
}

test('a function under another name is renamed', () => {
  expect(show(stacksOf('main;hash 40', 'main;sort 60'), stacksOf('main;digest 40', 'main;sort 60'))).toEqual([
    'renamed: hash -> digest',
  ]);
});

test('all functions of a package that is renamed are one move', () => {
  const base = stacksOf('main.main;old/json.Parse;old/json.value 40', 'main.main;old/json.Parse 60');
  const head = stacksOf('main.main;new/json.Parse;new/json.value 40', 'main.main;new/json.Parse 60');
  expect(show(base, head)).toEqual(['renamed: old/json.Parse, old/json.value -> new/json.Parse, new/json.value']);
});

test('another version of a package is no move', () => {
  expect(show(stacksOf('main.main;x/yaml/v2.Parse 40'), stacksOf('main.main;x/yaml/v3.Parse 40'))).toEqual([]);
});

test('of several new functions the one that is most like the old is its new name', () => {
  const base = stacksOf('main;hash;mix 20', 'main;hash 40', 'main;sort 40');
  const head = stacksOf('main;digest;mix 20', 'main;digest 40', 'main;sort 40', 'main;sort;compare 40');
  expect(show(base, head)).toEqual(['renamed: hash -> digest']);
});

test('a callee that its caller does itself is inlined', () => {
  expect(show(stacksOf('main;parse;digits 30', 'main;parse 20'), stacksOf('main;parse 50'))).toEqual([
    'inlined: digits -> parse',
  ]);
  expect(show(stacksOf('a;digits 30', 'b;digits 20', 'a 5', 'b 5'), stacksOf('a 35', 'b 25'))).toEqual([
    'inlined: digits -> a, b',
  ]);
});

test('work given to new functions is split', () => {
  expect(show(stacksOf('main;smooth 40'), stacksOf('main;smooth;stir 22', 'main;smooth;settle 18'))).toEqual([
    'split: smooth -> stir, settle',
  ]);
  expect(show(stacksOf('main;smooth 40', 'main;x 9'), stacksOf('main;stir 22', 'main;settle 18', 'main;x 9'))).toEqual([
    'split: smooth -> stir, settle',
  ]);
  expect(show(stacksOf('main;smooth 40'), stacksOf('main;smooth 21', 'main;smooth;settle 19'))).toEqual([
    'split: smooth -> settle',
  ]);
});

test('work that a callee does for another is shifted', () => {
  expect(show(stacksOf('main;read 40', 'main;check 20'), stacksOf('main;read 20', 'main;check 40'))).toEqual([
    'shifted: read -> check',
  ]);
});

test('several functions that become one are shifted to it', () => {
  expect(show(stacksOf('main;stir 22', 'main;settle 18'), stacksOf('main;smooth 40'))).toEqual([
    'shifted: stir, settle -> smooth',
  ]);
});

test('a function in another file has moved', () => {
  expect(show(stacksOf('a.main@a.go;a.sum@a.go 50'), stacksOf('a.main@a.go;a.sum@b.go 50'))).toEqual([
    'moved-file: a.sum -> a.sum',
  ]);
  const base = stacksOf('a.main@/tmp/base/a.go;a.sum@/tmp/base/b.go 50');
  expect(show(base, stacksOf('a.main@/checkout/a.go;a.sum@/checkout/b.go 50'))).toEqual([]);
});

test('what costs more or less together has not just moved', () => {
  expect(show(stacksOf('main;hash 40', 'main;sort 60'), stacksOf('main;digest 60', 'main;sort 60'))).toEqual([]);
  expect(show(stacksOf('main;parse;digits 30', 'main;parse 20'), stacksOf('main;parse 30'))).toEqual([]);
  expect(show(stacksOf('main;read 40'), stacksOf('main;read 40', 'main;check 40'))).toEqual([]);
});

test('costs that have nothing to do with each other have not moved', () => {
  expect(show(stacksOf('a;read 40', 'b;write 20'), stacksOf('a;read 20', 'b;write 40'))).toEqual([]);
});

test('what was not measured well enough to rule out a change has not moved', () => {
  const evidence = evidenceOf(stacksOf('main;hash 40'), stacksOf('main;digest 40'));
  const unsure = (entities: readonly number[]) => {
    const sum = evidence.changeOf(entities);
    return { ...sum, low: sum.change - 45, high: sum.change + 45 };
  };
  expect(explainMoves(evidence)).toHaveLength(1);
  expect(explainMoves({ ...evidence, changeOf: unsure })).toEqual([]);
});

test('the order of the changed functions does not matter', () => {
  const evidence = evidenceOf(
    stacksOf('main;add;smooth 40', 'main;hash 40', 'main;parse;digits 30'),
    stacksOf('main;add;stir 22', 'main;add;settle 18', 'main;digest 40', 'main;parse 30'),
  );
  const there = explainMoves(evidence);
  expect(explainMoves({ ...evidence, changed: [...evidence.changed].reverse() })).toEqual(there);
  expect(there.map(({ kind }) => kind).sort()).toEqual(['inlined', 'renamed', 'split']);
});
