import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, type CompareOptions, isDiffError, type NamedFunction, type SampleTypeComparison } from '../src/index.ts';
import { countedRun, type Program, sampledRuns, valuedRun } from './sampled-runs.ts';

const BASE: Program = {
  'main;read': 80,
  'main;decode': 60,
  'main;render': 60,
  'main;store@store.go': 40,
  'main;log': 30,
  'main;idle': 60,
};
const SLOW: Program = { ...BASE, 'main;store@store.go': 64 };

function cpu(head: Program, thresholdsOf?: CompareOptions['thresholdsOf'], base = BASE): SampleTypeComparison {
  const record = (program: Program, seed: number) => sampledRuns(program, { runs: 5, seed, period: 100_000 });
  return compare({ base: record(base, 1), head: record(head, 2), options: { thresholdsOf } }).profiles[0]!;
}

const show = ({ findings }: SampleTypeComparison) => findings.map(({ name, verdict }) => `${name} ${verdict}`);
const named =
  (name: string, thresholds: { relative?: number; share?: number }) =>
  ({ base, head }: NamedFunction) =>
    [base?.name, head?.name].includes(name) ? thresholds : undefined;

describe('a function with thresholds of its own', () => {
  test('may change by more, and is unchanged then', () => {
    expect(show(cpu(SLOW))).toEqual(['store slower']);
    const lenient = cpu(SLOW, named('store', { relative: 1 }));
    expect(show(lenient)).toEqual([]);
    expect(lenient.functions.find(({ name }) => name === 'store')).toMatchObject({
      verdict: 'unchanged',
      thresholds: { relative: 1, share: 0.005 },
    });
    expect(show(cpu(SLOW, named('store', { share: 0.2 })))).toEqual([]);
  });

  test('may have to change by less', () => {
    const a_little = { ...BASE, 'main;store@store.go': 43 };
    expect(show(cpu(a_little))).toEqual([]);
    expect(show(cpu(a_little, named('store', { relative: 0.02 })))).toEqual(['store slower']);
  });

  test('changes nothing for the others, the whole, and what could have been seen', () => {
    const general = cpu(SLOW);
    const { functions, findings, counts, verdict, ...rest } = cpu(SLOW, named('log', { relative: 1 }));
    expect(findings).toEqual(general.findings);
    expect(rest).toEqual({ ...general, functions: undefined, findings: undefined, counts: undefined, verdict: undefined });
  });

  test('is listed however small it is', () => {
    const tiny = { ...BASE, 'main;rare': 0.2 };
    expect(cpu(tiny, undefined, tiny).functions.some(({ name }) => name === 'rare')).toBe(false);
    expect(cpu(tiny, named('rare', { share: 0.0005 }), tiny).functions.some(({ name }) => name === 'rare')).toBe(true);
  });

  test('is known by its name and file on either side', () => {
    const renamed = { ...BASE, 'main;store@store.go': 0, 'main;put@put.go': 40 };
    const seen: NamedFunction[] = [];
    cpu(renamed, (one) => {
      seen.push(one);
      return undefined;
    });
    const of = (name: string) => seen.filter(({ base, head }) => base?.name === name || head?.name === name);
    expect(of('log')).toEqual([{ base: { name: 'log', file: '' }, head: { name: 'log', file: '' } }]);
    expect(of('store')).toMatchObject([{ base: { name: 'store', file: 'store.go' } }]);
    expect(of('put')).toMatchObject([{ head: { name: 'put', file: 'put.go' } }]);
  });
});

test('exact costs go by them too', () => {
  const allocations = (grown: number) => [1, 2].map(() => valuedRun('alloc_space', 'bytes', { 'main;a': 1000, 'main;b': grown }));
  const verdicts = (thresholdsOf?: CompareOptions['thresholdsOf']) =>
    compare({ base: allocations(1000), head: allocations(1080), options: { thresholdsOf } }).profiles.map(show);
  expect(verdicts()).toEqual([[]]);
  expect(verdicts(named('b', { relative: 0.05 }))).toEqual([['b slower']]);
});

test('a strict function does not hide in a move whose sum changed', () => {
  const allocations = (counts: Program) => [1, 2].map(() => valuedRun('alloc_space', 'bytes', counts));
  const base = allocations({ 'main;serve;old': 1000, 'main;rest': 9000 });
  const head = allocations({ 'main;serve;fresh': 1040, 'main;rest': 9000 });
  const verdicts = (thresholdsOf?: CompareOptions['thresholdsOf']) =>
    compare({ base, head, options: { thresholdsOf } }).profiles[0]!.findings.map(({ verdict }) => verdict);
  expect(verdicts()).toEqual(['moved']);
  expect(verdicts(named('fresh', { relative: 0.01, share: 0.001 }))).toEqual(['new', 'gone']);
});

test('giving every function the general thresholds changes nothing', () => {
  const run = fc.dictionary(fc.constantFrom('a', 'a;b', 'a;b;c', 'd', 'd;b'), fc.nat(200)).map((counts) => countedRun(counts));
  const runs = fc.array(run, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(runs, runs, fc.boolean(), (base, head, isSaid) => {
      const thresholdsOf = () => (isSaid ? { relative: 0.1, share: 0.005 } : {});
      expect(compare({ base, head, options: { thresholdsOf } })).toEqual(compare({ base, head }));
    }),
  );
});

test.each([{ relative: -0.1 }, { relative: Number.NaN }, { share: 1 }])(
  '%j is refused, with the name of the function',
  (thresholds) => {
    try {
      cpu(BASE, named('store', thresholds));
      expect.unreachable();
    } catch (error) {
      expect(isDiffError(error) && `${error.code}: ${error.message}`).toMatch(/^bad-option: (relative|share) of store is /);
    }
  },
);
