import { readdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** The folder with the test data that is not part of the repository, from FLAMESTEP_CORPUS. */
export const CORPUS = process.env['FLAMESTEP_CORPUS'] ?? '';

/** Why the comparisons with pprof cannot run, or `''`. */
export function reasonToSkip(pprof: unknown): string {
  if (pprof === undefined) return 'there is no Go with `go tool pprof` on the PATH';
  return CORPUS === '' ? 'FLAMESTEP_CORPUS does not name the folder of the test data' : '';
}

/** Runs of benchmarks: there are 140, all alike, so one of each kind stands for them. */
const ONE_OF_MANY = /own\/noise\/.*\/(?!1\.)\d+\.pb\.gz$/;

/** Everything in the corpus that may be a profile, as paths from {@link CORPUS}, in a stable order. */
export function corpusFiles(): string[] {
  if (CORPUS === '') return [];
  return readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(`${CORPUS}/${file}`).isFile())
    .filter((file) => !file.endsWith('.md') && !ONE_OF_MANY.test(file) && !/own\/noise\/.*\.txt$/.test(file))
    .sort();
}

export type Size = 'small' | 'large' | 'huge';

/** How much one question about a file costs: 20 ms, up to a second, up to half a minute. */
export function sizeOf(file: string): Size {
  const { size } = statSync(`${CORPUS}/${file}`);
  if (size > 1_500_000) return 'huge';
  return size > 60_000 ? 'large' : 'small';
}

/** Profiles of one process every three seconds: the first gets all questions, the others fewer. */
export function isRepetition(file: string): boolean {
  return file.includes('heap-series/') && !file.includes('1644509272337470000');
}

/** Profiles of formats that pprof does not know and flamestep does. */
export function isForeign(file: string): boolean {
  return /\.(cpuprofile|heapprofile|speedscope\.json)$/.test(file) || basename(dirname(file)) === 'stackcollapse';
}

export const folderOf = dirname;
