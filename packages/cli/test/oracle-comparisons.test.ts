import { beforeAll, describe, expect, test, vi } from 'vitest';
import { askAll, askBoth } from './oracle/ask-both.ts';
import { summary } from './oracle/compare.ts';
import { CORPUS, corpusFiles, folderOf, isForeign, reasonToSkip, sizeOf } from './oracle/corpus.ts';
import { askFacts } from './oracle/facts.ts';
import type { Facts } from './oracle/facts.ts';
import { comparisonCommandsFor } from './oracle/option-sets.ts';
import type { Command } from './oracle/option-sets.ts';
import { findPprof } from './oracle/pprof.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

const pprof = findPprof();
const reason = reasonToSkip(pprof);
const GOOGLE = 'third-party/google-pprof/driver';

/** Both ways to subtract, for each command. */
const withBase = (commands: readonly Command[], base: string): Command[] =>
  commands.flatMap((command) => [
    [...command, `-base=${base}`],
    [...command, `-diff_base=${base}`],
  ]);

describe.skipIf(reason !== '')(`comparisons equal those of go tool pprof ${reason && `(skipped: ${reason})`}`, () => {
  /** The files that pprof opens, with what stands in them. */
  const facts = new Map<string, Facts>();
  const opened = () => [...facts.keys()];

  beforeAll(async () => {
    const files = corpusFiles().filter((file) => sizeOf(file) !== 'huge' && !isForeign(file));
    const answers = await Promise.all(files.map((file) => askFacts(pprof!, CORPUS, file)));
    files.forEach((file, i) => {
      const found = answers[i];
      if (found) facts.set(file, found);
    });
  });

  async function expectEqual(
    pairs: readonly (readonly [base: string, head: string])[],
    commandsOf: (head: Facts) => readonly Command[],
  ) {
    const differences: string[] = [];
    let asked = 0;
    for (const [base, head] of pairs) {
      const questions = withBase(commandsOf(facts.get(head)!), base).map((command) => [...command, head]);
      asked += questions.length;
      differences.push(...(await askAll(pprof!, questions, CORPUS)));
    }
    expect(asked).toBeGreaterThan(0);
    if (differences.length > 0) expect.fail(summary(differences, asked));
  }

  test('of profiles that are meant to be compared, with every option', async () => {
    const pairs = [
      [`${GOOGLE}/cppbench.small.contention`, `${GOOGLE}/cppbench.contention`],
      [`${GOOGLE}/cppbench.contention`, `${GOOGLE}/cppbench.small.contention`],
      [`${GOOGLE}/cppbench.cpu`, `${GOOGLE}/cppbench.cpu_no_samples_type`],
      [`${GOOGLE}/cppbench.cpu_no_samples_type`, `${GOOGLE}/cppbench.cpu`],
      ['own/noise/json-unmarshal/base/1.pb.gz', 'own/noise/json-unmarshal/slow-literal/1.pb.gz'],
      ['own/noise/template-allocs/base/1.pb.gz', 'own/noise/template-allocs/alloc/1.pb.gz'],
      ['third-party/parca/heap-series/1644509272337470000.pb.gz', 'third-party/parca/heap-series/1644509299337903000.pb.gz'],
    ] as const;
    await expectEqual(pairs, comparisonCommandsFor);
  });

  test('of every profile with itself', async () => {
    const pairs = opened().map((file) => [file, file] as const);
    await expectEqual(pairs, () => [['-top'], ['-top', '-normalize']]);
  });

  test('of neighbours in a folder, both ways', async () => {
    const neighbours = opened().flatMap((file, i, files) => {
      const next = files[i + 1];
      return next !== undefined && folderOf(next) === folderOf(file) ? [[file, next] as const, [next, file] as const] : [];
    });
    await expectEqual(neighbours, () => [['-top'], ['-top', '-normalize'], ['-tree'], ['-top', '-lines', '-cum'], ['-tags']]);
  });

  test('of every two profiles of one process over time', async () => {
    const series = opened().filter((file) => file.includes('heap-series'));
    const pairs = series.flatMap((base) => series.map((head) => [base, head] as const));
    expect(pairs.length).toBeGreaterThan(50);
    await expectEqual(pairs, () => [['-top'], ['-top', '-normalize', '-sample_index=alloc_space']]);
  });

  test('of every two profiles in the corpus', async () => {
    const files = opened();
    const questions = files.flatMap((base, i) =>
      files
        .filter((head, j) => i < j || (sizeOf(base) === 'small' && sizeOf(head) === 'small'))
        .map((head) => ['-top', `-diff_base=${base}`, head]),
    );
    const differences = await askAll(pprof!, questions, CORPUS);
    if (differences.length > 0) expect.fail(summary(differences, questions.length));
  });

  test('of merged profiles', async () => {
    const series = opened().filter((file) => file.includes('heap-series'));
    const runs = opened().filter((file) => file.includes('json-unmarshal'));
    const questions = [series, runs, [...series].reverse()].flatMap((files) => [
      ['-top', ...files],
      ['-raw', ...files],
      ['-tree', '-lines', ...files],
      ['-top', `-diff_base=${files[0]}`, ...files.slice(1)],
      ['-top', '-normalize', `-base=${files[0]}`, ...files.slice(1)],
    ]);
    const differences = await askAll(pprof!, questions, CORPUS);
    if (differences.length > 0) expect.fail(summary(differences, questions.length));
  });

  test('of the two largest profiles', async () => {
    const [a, b] = ['own/large/types-a.heap.pb.gz', 'own/large/types-b.heap.pb.gz'];
    expect(await askBoth(pprof!, ['-top', `-diff_base=${a}`, b], CORPUS)).toBeUndefined();
  });
});
