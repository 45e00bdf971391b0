import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countedRun, sampledRuns, valuedRun } from '../test/sampled-runs.ts';
import type { Program, Recording } from '../test/sampled-runs.ts';
import { compare } from './compare.ts';
import type { CompareOptions } from './compare-options.ts';
import type { SampleTypeComparison } from './comparison.ts';
import { isDiffError } from './diff-error.ts';

const SERVER: Program = {
  'main;serve;read': 60,
  'main;serve;decode': 40,
  'main;serve;decode;unquote': 40,
  'main;serve;decode;store': 12,
  'main;serve;render': 30,
  'main;serve;render;escape': 30,
  'main;log': 20,
  'main;gc;mark': 25,
  'main;gc;sweep': 10,
  'main;idle': 33,
};
const SLOW_STORE: Program = { ...SERVER, 'main;serve;decode;store': 40 };
const FIVE: Recording = { runs: 5, seed: 1 };
const OTHER_FIVE: Recording = { runs: 5, seed: 2 };

function cpu(
  base: Program,
  head: Program,
  options: CompareOptions = {},
  recording = FIVE,
  other = OTHER_FIVE,
): SampleTypeComparison {
  const { profiles } = compare({ base: sampledRuns(base, recording), head: sampledRuns(head, other), options });
  expect(profiles).toHaveLength(1);
  return profiles[0]!;
}

/** `store slower`. */
const show = ({ findings }: Pick<SampleTypeComparison, 'findings'>) => findings.map(({ name, verdict }) => `${name} ${verdict}`);

describe('a function that became slower', () => {
  const comparison = cpu(SERVER, SLOW_STORE);

  test('is named, and nothing else is', () => {
    expect(show(comparison)).toEqual(['store slower']);
    expect(comparison.verdict).toBe('slower');
    expect(comparison.method).toBe('moderated-t');
    expect(comparison.counts).toMatchObject({ slower: 1, faster: 0, new: 0, gone: 0, moved: 0 });
  });

  test('comes with its interval, in the unit of the sample type and as a share of the base', () => {
    const { base, head, change, low, high, share, p } = comparison.findings[0]!;
    expect(change).toBe(head - base);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeGreaterThan(change);
    expect(low).toBeLessThan(280e6);
    expect(high).toBeGreaterThan(280e6);
    expect(share.change).toBeCloseTo(change / comparison.whole.base, 10);
    expect(p).toBeLessThan(0.01);
  });

  test('comes with the way down to it and its hottest line', () => {
    const { path, hotLine } = comparison.findings[0]!;
    expect(path?.map(({ name, line }) => `${name}:${line}`)).toEqual(['main:1', 'serve:2', 'decode:3', 'store:4']);
    expect(hotLine).toBe(4);
    expect(path?.[3]?.head).toBeCloseTo(comparison.findings[0]!.head, 3);
    expect(path![0]!.base).toBeGreaterThan(path![2]!.base);
  });

  test('is faster the other way round', () => {
    expect(show(cpu(SLOW_STORE, SERVER))).toEqual(['store faster']);
  });

  test('says in the change of its callers what it costs them', () => {
    const { functions } = comparison;
    expect(functions.find(({ name }) => name === 'decode')!.total.change).toBeGreaterThan(0);
  });
});

describe('identical programs', () => {
  test('name nothing, and say what could have been seen', () => {
    const comparison = cpu(SERVER, SERVER);
    expect(show(comparison)).toEqual([]);
    expect(comparison.verdict).toBe('inconclusive');
    expect(comparison.smallestDetectable).toBeGreaterThan(comparison.noiseFloor);
    expect(comparison.runsNeeded).toBeGreaterThan(5);
  });

  test('are unchanged when enough was measured', () => {
    const comparison = cpu(SERVER, SERVER, {}, { ...FIVE, period: 20_000 }, { ...OTHER_FIVE, period: 20_000 });
    expect(comparison.verdict).toBe('unchanged');
    expect(comparison.counts.inconclusive).toBe(0);
    expect(comparison.runsNeeded).toBeUndefined();
  });

  test('stay the same on a machine whose speed varies', () => {
    const speeds = [1, 1.7, 0.9, 1.6, 1.1];
    expect(show(cpu(SERVER, SERVER, {}, { ...FIVE, speeds }, OTHER_FIVE))).toEqual([]);
    expect(show(cpu(SERVER, SLOW_STORE, {}, { ...FIVE, speeds }, OTHER_FIVE))).toEqual(['store slower']);
  });

  test('stay the same when one side was sampled ten times as often', () => {
    const comparison = cpu(SERVER, SERVER, {}, FIVE, { ...OTHER_FIVE, period: 1_000_000 });
    expect(show(comparison)).toEqual([]);
    expect(comparison.samples.head / comparison.samples.base).toBeCloseTo(10, 0);
    expect(show(cpu(SERVER, SLOW_STORE, {}, FIVE, { ...OTHER_FIVE, period: 1_000_000 }))).toEqual(['store slower']);
  });
});

describe('a function of one side only', () => {
  const withIndex = { ...SERVER, 'main;serve;index': 25 };
  test('is new', () => expect(show(cpu(SERVER, withIndex))).toEqual(['index new']));
  test('is gone', () => expect(show(cpu(withIndex, SERVER))).toEqual(['index gone']));
});

describe('one run a side', () => {
  const one = { runs: 1, seed: 3 };

  test('finds nothing, but says what looks changed', () => {
    const comparison = cpu(SERVER, { ...SERVER, 'main;log': 120 }, {}, one, { runs: 1, seed: 4 });
    expect(comparison.method).toBe('indicative');
    expect(comparison.findings).toEqual([]);
    expect(comparison.indications.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual(['log indicative slower']);
    expect(comparison.verdict).toBe('indicative slower');
    expect(comparison.functions.every(({ verdict }) => verdict.startsWith('indicative '))).toBe(true);
  });

  test('goes by the spread that earlier comparisons taught', () => {
    const slow = { ...SERVER, 'main;log': 65 };
    const judged = (dispersion: number) =>
      cpu(SERVER, slow, { priors: { cpu: { dispersion, degreesOfFreedom: 500, comparisons: 9 } } }, one, { runs: 1, seed: 4 });
    expect(judged(1).indications.map(({ name }) => name)).toEqual(['log']);
    expect(judged(5).indications).toEqual([]);
    expect(judged(1).prior.comparisons).toBe(9);
  });
});

describe('what is taught to the next comparison', () => {
  test('is the spread that was seen, and how often', () => {
    const { prior } = cpu(SERVER, SERVER);
    expect(prior.dispersion).toBeGreaterThan(0.5);
    expect(prior.dispersion).toBeLessThan(1.5);
    expect(cpu(SERVER, SERVER, { priors: { cpu: prior } }).prior).toMatchObject({ comparisons: 2 });
  });
});

describe('a slowdown of everything', () => {
  const slower = Object.fromEntries(Object.entries(SERVER).map(([stack, samples]) => [stack, samples * 1.3]));

  test('is seen where the operations are known', () => {
    const operations = { base: [60, 60, 60, 60, 60], head: [60, 60, 60, 60, 60] };
    const { whole, verdict, normalization } = cpu(SERVER, slower, { operations });
    expect([whole.verdict, verdict, normalization.kind]).toEqual(['slower', 'slower', 'per-operation']);
    expect(whole.base).toBeCloseTo((300 * 10e6) / 60, -6);
  });

  test('cannot be seen otherwise, and is not denied', () => {
    const { whole, findings, normalization } = cpu(SERVER, slower);
    expect([whole.verdict, normalization.kind]).toEqual(['inconclusive', 'relative']);
    expect(findings).toEqual([]);
  });

  test('is none when more was done', () => {
    const operations = { base: [60, 60, 60, 60, 60], head: [78, 78, 78, 78, 78] };
    expect(cpu(SERVER, slower, { operations }).whole.verdict).not.toBe('slower');
  });
});

describe('exact costs', () => {
  const allocated = (parse: number) => valuedRun('alloc_space', 'bytes', { 'main;parse': parse, 'main;render': 4000 });
  const judge = (base: number, head: number) =>
    compare({ base: [allocated(base), allocated(base)], head: [allocated(head), allocated(head)] }).profiles[0]!;

  test('are compared as they are', () => {
    const { method, normalization, findings, noiseFloor, verdict, whole } = judge(1000, 1200);
    expect([method, normalization.kind, verdict, whole.verdict, noiseFloor]).toEqual([
      'exact',
      'absolute',
      'slower',
      'slower',
      0,
    ]);
    expect(findings.map(({ name, base, head, low, high }) => [name, base, head, low, high])).toEqual([
      ['parse', 1000, 1200, 200, 200],
    ]);
  });

  test('may differ by less than a finding', () => {
    const { findings, verdict, counts } = judge(1000, 1010);
    expect([findings.length, verdict, counts.unchanged]).toEqual([0, 'unchanged', 2]);
  });
});

test('what stands beside a much greater change is no cause of its own, and is told of', () => {
  const { profiles, notes } = compare({
    base: sampledRuns(SERVER, { ...FIVE, period: 1_000_000 }),
    head: sampledRuns({ ...SERVER, 'main;serve;read': 360, 'main;gc;sweep': 20 }, { ...OTHER_FIVE, period: 1_000_000 }),
  });
  expect(show(profiles[0]!)).toEqual(['read slower']);
  expect(profiles[0]!.functions.find(({ name }) => name === 'sweep')?.verdict).toBe('inconclusive');
  expect(notes).toEqual([
    'cpu: sweep changed too, by a small part of a greater change beside it, and may only be its side effect: not counted as a finding.',
  ]);
});

describe('the order of the runs', () => {
  test('does not matter', () => {
    const [base, head] = [sampledRuns(SERVER, FIVE), sampledRuns(SLOW_STORE, OTHER_FIVE)];
    const wanted = compare({ base, head });
    const shuffledRuns = (length: number) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length });
    fc.assert(
      fc.property(shuffledRuns(5), shuffledRuns(5), (bases, heads) => {
        const got = compare({ base: bases.map((i) => base[i]!), head: heads.map((i) => head[i]!) });
        const factors = ({ profiles }: typeof got) =>
          profiles[0]!.normalization.kind === 'relative' ? profiles[0]!.normalization.sizeFactors : undefined;
        expect(factors(got)!.base).toEqual(bases.map((i) => factors(wanted)!.base[i]));
        const withoutFactors = ({ profiles: [profile] }: typeof got) => ({ ...profile, normalization: undefined });
        expect(withoutFactors(got)).toEqual(withoutFactors(wanted));
      }),
      { numRuns: 10 },
    );
  });
});

test('whatever was measured, the answer is plain data without holes, and mirrored for sides that change places', () => {
  const mirrored: Record<string, string> = { slower: 'faster', faster: 'slower', new: 'gone', gone: 'new' };
  const run = fc.dictionary(fc.constantFrom('a', 'a;b', 'a;b;c', 'd', 'd;b'), fc.nat(200)).map((counts) => countedRun(counts));
  const runs = fc.array(run, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(runs, runs, (base, head) => {
      const comparison = compare({ base, head });
      expect(JSON.parse(JSON.stringify(comparison))).toEqual(comparison);
      const words = ({ profiles }: typeof comparison, turned: boolean) =>
        profiles[0]!.findings
          .map(({ name, verdict }) => `${name} ${turned ? (mirrored[verdict] ?? verdict) : verdict}`)
          .sort((a, b) => (a < b ? -1 : 1));
      const total = ({ base: before, head: after }: { base: number; head: number }) => before > 0 && after > 0;
      if (total(comparison.profiles[0]!.whole))
        expect(words(compare({ base: head, head: base }), true)).toEqual(words(comparison, false));
    }),
    { numRuns: 200 },
  );
});

describe('what cannot be compared is refused', () => {
  const [run] = sampledRuns(SERVER, { runs: 1, seed: 5 });
  const codeOf = (act: () => unknown) => {
    try {
      act();
    } catch (error) {
      return isDiffError(error) ? `${error.code}: ${error.message}` : 'another error';
    }
    return 'no error';
  };

  test('a side without runs', () => {
    expect(codeOf(() => compare({ base: [], head: [run!] }))).toBe(
      'no-runs: base has no profiles: give one or more runs of each side',
    );
  });

  test('sides that measured different things', () => {
    const heap = valuedRun('alloc_space', 'bytes', { main: 1 });
    expect(codeOf(() => compare({ base: [run!], head: [heap] }))).toMatch(/^no-common-type: .*base has samples \(count\), cpu/);
    expect(codeOf(() => compare({ base: [run!], head: [run!], options: { sampleTypes: ['wall'] } }))).toMatch(/"wall"/);
  });

  test('a difference of profiles', () => {
    const difference = valuedRun('cpu', 'nanoseconds', { main: -5 });
    expect(codeOf(() => compare({ base: [difference], head: [difference] }))).toMatch(
      /^negative-value: run 1 of base has negative cpu/,
    );
  });

  test('options that do not fit', () => {
    const refused = (options: CompareOptions) => codeOf(() => compare({ base: [run!], head: [run!], options }));
    expect(refused({ operations: { base: [1, 2], head: [1] } })).toMatch(/^bad-option: base has 1 runs, but operations of 2/);
    expect(refused({ operations: { base: [0], head: [1] } })).toMatch(/^bad-option: 0 is no number of operations/);
    expect(refused({ normalization: 'per-operation' })).toMatch(/^bad-option/);
    expect(refused({ level: 0 })).toMatch(/^bad-option: level is 0/);
    expect(refused({ share: Number.NaN })).toMatch(/^bad-option: share is NaN/);
    expect(codeOf(() => compare({ base: [run!], head: [run!, run!], options: { paired: true } }))).toMatch(/^bad-option: paired/);
  });
});

test('a sample type that only one side has is left out, and the reader is told', () => {
  const [run] = sampledRuns(SERVER, { runs: 1, seed: 6 });
  const onlySamples = valuedRun('samples', 'count', { main: 3 });
  const { profiles, notes } = compare({ base: [onlySamples], head: [run!], options: { sampleTypes: ['samples'] } });
  expect(profiles.map(({ sampleType }) => sampleType.type)).toEqual(['samples']);
  expect(notes).toEqual([]);
  const { notes: told } = compare({ base: [valuedRun('samples', 'count', { main: 3 })], head: [run!], options: {} });
  expect(told).toEqual(['cpu (nanoseconds) is not compared: base did not record it.']);
});
