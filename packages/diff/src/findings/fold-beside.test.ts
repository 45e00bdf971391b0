import { expect, test } from 'vitest';
import type { JudgedFunction } from '../judge/judgement.ts';
import { foldBeside } from './fold-beside.ts';

const NAMES = ['json/decode', 'json/scan', 'runtime/gc', 'db/query'];
const PATHS = [[0], [1], [0, 2], [3]];

/** `scan < decode`: what was folded, of functions that changed by these amounts. */
function show(changes: Readonly<Record<string, number>>): string[] {
  const changed = Object.entries(changes).map(([name, change]): JudgedFunction => {
    const own = { base: 100, head: 100 + change, change, low: change, high: change };
    return { entity: NAMES.indexOf(name), ...own, share: own, total: own, samples: { base: 1, head: 1 }, verdict: 'slower' };
  });
  const beside = foldBeside(changed, { fileOf: ({ entity }) => NAMES[entity]!, pathOf: ({ entity }) => PATHS[entity]! });
  return beside.map(({ each, greater }) => `${NAMES[each.entity]} < ${NAMES[greater.entity]}`);
}

test('a small change in the folder of a greater one is beside it', () => {
  expect(show({ 'json/decode': 100, 'json/scan': 20 })).toEqual(['json/scan < json/decode']);
});

test('so is one on its path, and one that went the other way', () => {
  expect(show({ 'json/decode': 100, 'runtime/gc': -20 })).toEqual(['runtime/gc < json/decode']);
});

test('elsewhere only a very small one is', () => {
  expect(show({ 'json/decode': 100, 'db/query': 20 })).toEqual([]);
  expect(show({ 'json/decode': 100, 'db/query': 9 })).toEqual(['db/query < json/decode']);
});

test('changes of like size are causes of their own', () => {
  expect(show({ 'json/decode': 100, 'json/scan': 60, 'db/query': 40 })).toEqual([]);
});

test('what is beside another has nothing beside itself', () => {
  expect(show({ 'json/decode': 100, 'json/scan': 20, 'runtime/gc': 19 })).toEqual([
    'json/scan < json/decode',
    'runtime/gc < json/decode',
  ]);
});
