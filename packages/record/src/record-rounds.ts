import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchOutputPath } from './bench/bench-output-path.ts';
import { parseBenchOutput } from './bench/parse-bench-output.ts';
import { checkProfile } from './check-profile.ts';
import type { ProcessOptions } from './process/run-process.ts';
import type { RecordedRun, RecordOptions, Side } from './recording.ts';
import { runOrder } from './run-order.ts';
import { runOrThrow } from './run-or-throw.ts';
import { timeLeft } from './time-left.ts';

/** Stands in a command for the path of the profile. */
export const PROFILE_PLACE = '{profile}';

/** Sets both sides up where `places` says and runs the command in them in turn. Throws `RecordError`. */
export async function recordRounds(
  { command, setup = [], runs, onProgress, now }: RecordOptions,
  places: Readonly<Record<Side, ProcessOptions>>,
  outputs: Readonly<Record<Side, string>>,
): Promise<Readonly<Record<Side, readonly RecordedRun[]>>> {
  for (const side of ['base', 'head'] as const) {
    for (const step of setup) {
      onProgress?.({ step: 'setup', side, run: 0, runs });
      await runOrThrow(step, `setup of the ${side} (${step.join(' ')})`, places[side]);
    }
  }
  const recorded: Record<Side, RecordedRun[]> = { base: [], head: [] };
  const durations: number[] = [];
  for (let round = 0; round < runs; round++) {
    for (const side of runOrder(round)) {
      const leftMs = timeLeft(durations, runs * 2 - durations.length);
      onProgress?.({ step: 'run', side, run: round + 1, runs, ...(leftMs === undefined ? {} : { leftMs }) });
      const start = now();
      const profile = join(outputs[side], `${round + 1}.pb.gz`);
      recorded[side].push(await recordRun(command, profile, `run ${round + 1} of the ${side}`, places[side]));
      durations.push(now() - start);
    }
  }
  return recorded;
}

async function recordRun(command: readonly string[], profile: string, run: string, place: ProcessOptions): Promise<RecordedRun> {
  const words = command.map((word) => word.replaceAll(PROFILE_PLACE, () => profile));
  const { output } = await runOrThrow(words, run, place);
  await checkProfile(profile, run);
  if (parseBenchOutput(output).length === 0) return { profile };
  const benchOutput = benchOutputPath(profile);
  await writeFile(benchOutput, output);
  return { profile, benchOutput };
}
