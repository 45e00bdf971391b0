import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../statistics.ts';
import { doubleSamples } from './double-samples.ts';
import type { SubjectName } from './subjects.ts';

const WARM_UP = 3;
const CALLS = 8;

export interface InProcessResult {
  readonly name: SubjectName;
  readonly firstMilliseconds: number;
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Measures all subjects on one file, a fresh process for each subject and round. */
export function runInProcess(file: string, names: readonly SubjectName[], rounds: number): InProcessResult[] {
  const runs = new Map(names.map((name) => [name, { first: [] as number[], warm: [] as number[], megabytes: [] as number[] }]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, { first, warm, megabytes }] of runs) {
      const many = measure(name, file, WARM_UP + CALLS);
      first.push(many.milliseconds[0]);
      warm.push(...many.milliseconds.slice(WARM_UP));
      megabytes.push(measure(name, file, 1).megabytes);
    }
  }
  return [...runs].map(([name, { first, warm, megabytes }]) => ({
    name,
    firstMilliseconds: median(first),
    milliseconds: median(warm),
    megabytes: median(megabytes),
  }));
}

/** Time of `decode` and `top` for a file and for one with the same samples twice. */
export function runGrowth(file: string, rounds: number): { once: number; twice: number } {
  const folder = mkdtempSync(join(tmpdir(), 'flamestep-bench-'));
  try {
    const doubled = join(folder, 'doubled.pb.gz');
    writeFileSync(doubled, doubleSamples(readFileSync(file)));
    const times = { once: [] as number[], twice: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.once.push(...measure('flamestep inflating, decoding and top', file, WARM_UP + CALLS).milliseconds.slice(WARM_UP));
      times.twice.push(...measure('flamestep inflating, decoding and top', doubled, WARM_UP + CALLS).milliseconds.slice(WARM_UP));
    }
    return { once: median(times.once), twice: median(times.twice) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measure(name: SubjectName, file: string, calls: number): { milliseconds: number[]; megabytes: number } {
  const script = fileURLToPath(new URL('./measure-subject.ts', import.meta.url));
  const result = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', script, name, file, String(calls)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (result.status !== 0) throw new Error(`measuring "${name}" failed`);
  return JSON.parse(result.stdout) as { milliseconds: number[]; megabytes: number };
}
