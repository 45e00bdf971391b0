import { expect, test } from 'vitest';
import type { Mapping } from '../../profile.ts';
import { assignMappings } from './assign-mappings.ts';

const flags = { hasFunctions: false, hasFilenames: false, hasLineNumbers: false, hasInlineFrames: false };
const mapping = (file: string, start: number, limit: number, offset = 0): Mapping => ({
  start: BigInt(start),
  limit: BigInt(limit),
  offset: BigInt(offset),
  file,
  buildId: '',
  ...flags,
});

/** Addresses with the file they were given: `['15 app']`. */
function assigned(mappings: readonly Mapping[], ...addresses: number[]): string[] {
  const result = assignMappings(mappings, addresses.map(BigInt));
  return addresses.map((address, i) => `${address} ${result.mappings[result.mappingOf[i]]?.file ?? '-'}`);
}

test('an address belongs to the mapping that holds it', () => {
  const mappings = [mapping('app', 10, 20), mapping('lib', 30, 40)];
  expect(assigned(mappings, 10, 19, 30)).toEqual(['10 app', '19 app', '30 lib']);
});

test('where mappings overlap, the first one in the file wins', () => {
  expect(assigned([mapping('a', 10, 30), mapping('b', 20, 40)], 25, 35)).toEqual(['25 a', '35 b']);
  expect(assigned([mapping('b', 20, 40), mapping('a', 10, 30)], 25, 15)).toEqual(['25 b', '15 a']);
});

test('a mapping whose first part is missing begins at the start of its file', () => {
  const { mappings, mappingOf } = assignMappings([mapping('app', 30, 40, 10)], [25n, 15n]);
  expect([...mappingOf]).toEqual([0, 1]);
  expect(mappings[0]).toMatchObject({ start: 20n, limit: 40n, offset: 0n });
});

test('what no mapping holds goes to one of everything, which comes last', () => {
  expect(assigned([mapping('app', 10, 20)], 5, 15, 25)).toEqual(['5 ', '15 app', '25 ']);
  const { mappings } = assignMappings([], [5n, 0xffff_ffff_ffff_ffffn]);
  expect(mappings).toEqual([{ ...mapping('', 0, 0), limit: 0xffff_ffff_ffff_ffffn }]);
});

test('the address 0 belongs nowhere', () => {
  expect(assigned([mapping('app', 0, 20)], 0)).toEqual(['0 -']);
});

test('a corrected mapping may come to overlap others', () => {
  const mappings = [mapping('late', 30, 40, 25), mapping('early', 10, 20)];
  expect(assigned(mappings, 12, 25, 12)).toEqual(['12 early', '25 late', '12 late']);
});

test('many mappings and many addresses are no trouble, unless they overlap on purpose', () => {
  const count = 20_000;
  const addresses = Array.from({ length: count }, (_, i) => BigInt(i * 10 + 5));
  const apart = Array.from({ length: count }, (_, i) => mapping(`lib${i}`, i * 10, i * 10 + 10));
  expect(assignMappings(apart, addresses).mappingOf.at(-1)).toBe(count - 1);
  const overlapping = apart.map((one) => ({ ...one, limit: one.limit + 1n }));
  expect(() => assignMappings(overlapping, addresses)).toThrowError(expect.objectContaining({ code: 'too-large' }));
});
