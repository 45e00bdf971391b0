import { encode } from '@flamestep/pprof';
import { type Report, renderJson } from '@flamestep/report';
import { ArtifactError } from '../artifact/artifact-error.ts';
import { readResult, RESULT_FILE } from '../results/read-result.ts';
import { decodeRun } from '../runs/decode-run.ts';
import type { MeasuredRun } from '../runs/measured-run.ts';

/** What a baseline's artifact holds: the head's runs, and the report that was made of them when they were the head. */
export interface StoredRuns {
  readonly report: Report;
  readonly runs: readonly MeasuredRun[];
}

const OPERATIONS_FILE = 'operations.json';
const MOST_OPERATIONS = 1e15;
/** More entries than this and the two beside them no reader takes. */
const MOST_RUNS = 60;
const PROFILE = /^profiles\/([1-9]\d{0,2})\.pb\.gz$/;

/** The entries that a baseline may have. */
export function isBaselineFile(name: string): boolean {
  return name === RESULT_FILE || name === OPERATIONS_FILE || PROFILE.test(name);
}

/** The files of a baseline: of many runs, the first 60. */
export function writeStoredRuns({ report, runs: all }: StoredRuns): ReadonlyMap<string, Uint8Array> {
  const runs = all.slice(0, MOST_RUNS);
  const { trees: _, ...result } = report;
  const text = (value: string) => new TextEncoder().encode(value);
  return new Map([
    [RESULT_FILE, text(renderJson(result))],
    [OPERATIONS_FILE, text(JSON.stringify(runs.map(({ operations }) => operations ?? null)))],
    ...runs.map(({ profile }, i) => [`profiles/${i + 1}.pb.gz`, encode(profile)] as const),
  ]);
}

/** Reads the files of a baseline. Throws `ArtifactError` where they are not what was written, `ActionError` for a profile that cannot be read. */
export async function readStoredRuns(files: ReadonlyMap<string, Uint8Array>): Promise<StoredRuns> {
  const report = readResult(files);
  const count = [...files.keys()].filter((name) => PROFILE.test(name)).length;
  const operations = readOperations(files.get(OPERATIONS_FILE), count);
  const runs: MeasuredRun[] = [];
  for (let i = 0; i < count; i++) {
    const name = `profiles/${i + 1}.pb.gz`;
    const bytes = files.get(name);
    if (bytes === undefined) throw new ArtifactError(`the baseline lacks ${name}`);
    runs.push(await decodeRun(`baseline/${name}`, bytes, operations[i] ?? undefined));
  }
  if (runs.length === 0) throw new ArtifactError('the baseline has no profiles');
  return { report, runs };
}

function readOperations(bytes: Uint8Array | undefined, runs: number): readonly (number | null)[] {
  const isCount = (value: unknown) => value === null || (typeof value === 'number' && value > 0 && value <= MOST_OPERATIONS);
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (Array.isArray(value) && value.length === runs && value.every(isCount)) return value;
  } catch {} // as any other that is not what was written
  throw new ArtifactError(`the baseline's ${OPERATIONS_FILE} does not fit its profiles`);
}
