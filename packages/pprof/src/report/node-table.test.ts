import { expect, test } from 'vitest';
import { profileOf } from '../../test/profile-of.ts';
import { nodeName } from './node-name.ts';
import { nodeTable } from './node-table.ts';
import type { Profile } from '../profile.ts';

/** The names of the nodes of each location, innermost first. */
function nodesByLocation(profile: Profile): string[] {
  const { info, locationStart, locationNodes } = nodeTable(profile);
  return Array.from({ length: profile.locations.length }, (_, location) =>
    [...locationNodes.subarray(locationStart[location], locationStart[location + 1])]
      .map((node) => `${node}:${nodeName(info[node]!)}`)
      .join(' '),
  );
}

test('a location leads to a node for each of its lines, innermost first', () => {
  expect(nodesByLocation(profileOf('outer > inner 1'))).toEqual(['0:inner 1:outer']);
});

test('equal places are one node', () => {
  const profile = profileOf('f@a.go:1 1', 'f@a.go:1;g@a.go:2 > f@a.go:1 1');
  expect(nodesByLocation(profile)).toEqual(['0:f a.go:1', '0:f a.go:1 1:g a.go:2']);
});

test.each([
  ['file', 'f@a.go 1', 'f@b.go 1'],
  ['line', 'f@a.go:1 1', 'f@a.go:2 1'],
  ['column', 'f@a.go:1:1 1', 'f@a.go:1:2 1'],
  ['address', 'f#0x1 1', 'f#0x2 1'],
])('places that differ in their %s are two nodes', (_, a, b) => {
  expect(nodeTable(profileOf(a, b)).length).toBe(2);
});

test('paths are cleaned, so that spellings of one file are one', () => {
  expect(nodesByLocation(profileOf('f@./a//b.go 1', 'f@a/c/../b.go 1'))).toEqual(['0:f a/b.go', '0:f a/b.go']);
});

test('the binary tells places apart only where there is no name', () => {
  expect(nodesByLocation(profileOf('a.so!f 1', 'b.so!f 1', 'a.so!0x0 1', 'b.so!0x0 1'))).toEqual([
    '0:f',
    '0:f',
    '1:[a.so]',
    '2:[b.so]',
  ]);
});

test('parts of names do not run into each other', () => {
  expect(nodeTable(profileOf('f@a.go 1', 'fa@.go 1')).length).toBe(2);
});
