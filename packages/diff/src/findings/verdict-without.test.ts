import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedRun, type Program, sampledRuns, valuedRun } from '../../test/sampled-runs.ts';
import { compare } from '../compare.ts';
import type { SampleTypeComparison } from '../comparison.ts';
import { verdictWithout } from './verdict-without.ts';

const BASE: Program = { 'main;read': 80, 'main;decode': 60, 'main;render': 60, 'main;store': 40, 'main;log': 30 };
const ONE = { base: [1, 1, 1, 1, 1], head: [1, 1, 1, 1, 1] };

function cpu(head: Program): SampleTypeComparison {
  const record = (program: Program, seed: number) => sampledRuns(program, { runs: 5, seed, period: 500_000 });
  return compare({ base: record(BASE, 1), head: record(head, 2), options: { operations: ONE } }).profiles[0]!;
}

const accept = (profile: SampleTypeComparison, ...names: string[]) =>
  verdictWithout(
    profile,
    profile.findings.filter(({ name }) => names.includes(name)),
  );

describe('the verdict without some findings', () => {
  const both = cpu({ ...BASE, 'main;store': 60, 'main;log': 60 });

  test('is that of the others', () => {
    expect(both.verdict).toBe('slower');
    expect(accept(both)).toBe('slower');
    expect(accept(both, 'store')).toBe('slower');
  });

  test('forgives a slower whole that they explain', () => {
    expect(both.whole.verdict).toBe('slower');
    expect(accept(both, 'store', 'log')).toBe('unchanged');
  });

  test('names the gain that stands beside them', () => {
    expect(accept(cpu({ ...BASE, 'main;store': 60, 'main;render': 30 }), 'store')).toBe('faster');
  });
});

test('nothing left out changes nothing', () => {
  const run = fc.dictionary(fc.constantFrom('a', 'a;b', 'a;b;c', 'd', 'd;b'), fc.nat(200)).map((counts) => countedRun(counts));
  const runs = fc.array(run, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(runs, runs, fc.boolean(), (base, head, isCounted) => {
      const operations = isCounted ? { base: base.map(() => 1), head: head.map(() => 1) } : undefined;
      for (const profile of compare({ base, head, options: { operations } }).profiles) {
        expect(verdictWithout(profile, [])).toBe(profile.verdict);
        const worse = profile.findings.filter(({ verdict }) => verdict === 'slower' || verdict === 'new');
        if (profile.verdict !== 'slower') expect(verdictWithout(profile, worse)).toBe(profile.verdict);
      }
    }),
  );
});

test('a whole that is slower beyond them stays slower', () => {
  const allocate = (a: number, others: number) =>
    [1, 2].map(() =>
      valuedRun(
        'alloc_space',
        'bytes',
        Object.fromEntries([['main;a', a], ...Array.from({ length: 50 }, (_, i) => [`main;f${i}`, others])]),
      ),
    );
  const grown = compare({ base: allocate(1000, 1000), head: allocate(2000, 1020) }).profiles[0]!;
  expect(grown.findings.map(({ name }) => name)).toEqual(['a']);
  expect(accept(grown, 'a')).toBe('slower');
  const alone = compare({ base: allocate(1000, 1000), head: allocate(2000, 1000) }).profiles[0]!;
  expect(accept(alone, 'a')).toBe('unchanged');
});
