import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { difference, summary } from './oracle/compare.ts';
import { dialectOf, understands } from './oracle/dialect.ts';
import type { Dialect } from './oracle/dialect.ts';
import { runFlamestep } from './oracle/flamestep.ts';
import { findPprof } from './oracle/pprof.ts';

vi.setConfig({ testTimeout: 120_000 });

const pprof = findPprof();
const fixtures = fileURLToPath(new URL('../../../fixtures', import.meta.url));

const OPTIONS = [
  [],
  ['-sample_index=0'],
  ['-focus=main'],
  ['-hide=main|handle', '-noinlines'],
  ['-show_from=work|main'],
  ['-tagfocus=bytes=1b:', '-tagroot=kind,phase'],
  ['-divide_by=3'],
  ['-mean'],
  ['-lines'],
  ['-relative_percentages', '-ignore=runtime'],
];
const COMPARISONS = [
  ['-diff_base=edge/changed.base.pb', 'edge/changed.head.pb'],
  ['-base=edge/changed.base.pb', 'edge/changed.head.pb'],
  ['-base=edge/aslr.base.pb', '-normalize', 'edge/aslr.head.pb'],
  ['-diff_base=go/heap.base.pb.gz', 'go/heap.head.pb.gz'],
  ['edge/types.base.pb', 'edge/types.head.pb'],
  ['go/cpu.base.pb.gz', 'go/cpu.head.pb.gz'],
];

describe.skipIf(pprof === undefined)(`profiles that are written ${pprof ? '' : '(skipped: there is no Go)'}`, () => {
  let dialect: Dialect;
  let folder: string;
  beforeAll(async () => {
    dialect = await dialectOf(pprof!);
    folder = mkdtempSync(join(tmpdir(), 'flamestep-proto-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Lets both write a profile, and pprof print the two. */
  async function differenceOf(args: readonly string[]): Promise<string | undefined> {
    if (!understands(dialect, args)) return undefined;
    const written = await pprof!.run([args[0]!, `-output=${join(folder, 'pprof.pb.gz')}`, ...args.slice(1)], fixtures);
    const { exitCode, output, errors } = await runFlamestep(args, fixtures);
    if ('error' in written || exitCode !== 0) return difference(args, written, exitCode === 0 ? { text: '' } : { error: errors });
    writeFileSync(join(folder, 'flamestep.pb.gz'), output);
    const raw = (file: string) => pprof!.run(['-raw', file], folder);
    return difference(args, await raw('pprof.pb.gz'), await raw('flamestep.pb.gz'));
  }

  test.each(['-proto', '-topproto'])('by %s are those that pprof writes', async (report) => {
    const files = ['go', 'edge', 'edge/legacy', 'json-unmarshal'].flatMap((name) =>
      readdirSync(join(fixtures, name))
        // encode counts ids from 1, whatever they were.
        .filter((file) => /\.(pb|pb\.gz|txt|prof)$/.test(file) && file !== 'huge-ids.pb')
        .map((file) => `${name}/${file}`),
    );
    const questions = [
      ...files.flatMap((file, i) => [
        [report, file],
        [report, ...OPTIONS[i % OPTIONS.length]!, file],
      ]),
      ...COMPARISONS.map((args) => [report, ...args]),
    ];
    const differences: string[] = [];
    for (const args of questions) {
      const found = await differenceOf(args);
      if (found !== undefined) differences.push(found);
    }
    if (differences.length > 0) expect.fail(summary(differences, questions.length));
  });
});
