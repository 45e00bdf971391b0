import { readFileSync } from 'node:fs';
import { decode } from '@flamestep/pprof';
import { describe, expect, test } from 'vitest';
import { parseChangedFiles } from '../src/attribution/parse-changed-files.ts';
import { compare } from '../src/compare.ts';
import type { CompareOptions } from '../src/compare-options.ts';
import type { FunctionComparison, SampleTypeComparison } from '../src/comparison.ts';

const FIXTURES = new URL('../../../fixtures/', import.meta.url);

/** Runs of a recorded version, `renamed 1-5`, with the operations that each did. */
function read(runs: string) {
  const [version = '', from = '', to = ''] = runs.split(/[ -](?=\d)/);
  const numbers = Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
  const file = (name: string) => new URL(`changes/${version}/${name}`, FIXTURES);
  return {
    profiles: numbers.map((run) => decode(readFileSync(file(`${run}.pb.gz`)))),
    operations: numbers.map((run) => Number(/^\S+\s+(\d+)/.exec(readFileSync(file(`${run}.txt`), 'utf8'))?.[1])),
  };
}

function compareRuns(
  baseRuns: string,
  headRuns: string,
  { patch, ...options }: CompareOptions & { patch?: string } = {},
): SampleTypeComparison {
  const [base, head] = [read(baseRuns), read(headRuns)];
  const { profiles } = compare({
    base: base.profiles,
    head: head.profiles,
    options: {
      ...options,
      operations: { base: base.operations, head: head.operations },
      ...(patch
        ? { changedLines: parseChangedFiles(readFileSync(new URL(`programs/changes/${patch}.patch`, FIXTURES), 'utf8')) }
        : {}),
    },
  });
  return profiles.find(({ sampleType }) => sampleType.type === 'cpu')!;
}

/** `slower valid 0 % → 5 %`, `renamed keyHash → fingerprint`. */
function show({ verdict, name, moved }: FunctionComparison): string {
  const short = (full: string) => full.replace('example.com/metrics.', '');
  const names = (functions: readonly { name: string }[]) => functions.map((each) => short(each.name)).join(', ');
  return moved ? `${moved.kind}: ${names(moved.from)} -> ${names(moved.to)}` : `${verdict}: ${short(name)}`;
}

/** The truth of every recorded change, see fixtures/README.md. */
const CHANGES: readonly (readonly [base: string, head: string, findings: readonly string[]])[] = [
  ['base 1-5', 'base 6-10', []],
  ['base 1-5', 'renamed 1-5', ['renamed: keyHash -> fingerprint']],
  ['renamed 1-5', 'base 1-5', ['renamed: fingerprint -> keyHash']],
  ['base 1-5', 'inlined 1-5', ['inlined: readDigits -> parseValue']],
  ['inlined 1-5', 'base 1-5', ['split: parseValue -> readDigits']],
  ['base 1-5', 'moved-file 1-5', ['moved-file: checksum -> checksum']],
  ['base 1-5', 'split 1-5', ['split: smooth -> stir, settle']],
  ['base 1-5', 'new-closure 1-5', ['new: (*Table).Decode.func1']],
  ['base 1-5', 'new-function 1-5', ['new: valid']],
  ['new-function 1-5', 'base 1-5', ['gone: valid']],
  ['base 1-5', 'faster 1-5', ['faster: keyHash']],
  ['faster 1-5', 'base 1-5', ['slower: keyHash']],
  ['base 1-10', 'uniform 1-10', []],
];

describe.each(['per-operation', 'relative'] as const)('recorded changes, %s', (normalization) => {
  test.each(CHANGES)('%s against %s', (base, head, findings) => {
    expect(compareRuns(base, head, { normalization }).findings.map(show)).toEqual(findings);
  });
});

test.each(['renamed', 'inlined', 'split'])('one run a side: that a cost moved (%s) is only indicated', (change) => {
  const { findings, indications } = compareRuns('base 1-1', `${change} 1-1`);
  expect(findings).toEqual([]);
  expect(indications.map(({ verdict, moved }) => `${verdict}: ${moved?.kind}`)).toEqual([`indicative moved: ${change}`]);
});

test('a uniform slowdown of 5 % shows in the whole', () => {
  const { whole, verdict } = compareRuns('base 1-10', 'uniform 1-10');
  expect([whole.verdict, verdict]).toEqual(['slower', 'slower']);
});

test('a finding is told to stand in the lines that its pull request changed', () => {
  const [finding] = compareRuns('base 1-5', 'faster 1-5', { patch: 'faster' }).findings;
  expect(finding?.touched?.[0]).toMatchObject({ file: 'hash.go', name: 'example.com/metrics.keyHash', role: 'itself' });
});

test('a closure that has another number now is still itself', () => {
  const { functions } = compareRuns('base 1-5', 'new-closure 1-5');
  expect(functions.find(({ name }) => name.endsWith('Decode.func2'))?.samples.base).toBeGreaterThan(0);
});
