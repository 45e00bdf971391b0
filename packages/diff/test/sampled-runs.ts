import { ProfileBuilder } from '@flamestep/pprof';
import type { Profile } from '@flamestep/pprof';
import { seededRandom } from '../../../fixtures/generators/seeded-random.ts';

/** Stacks as text, root first, and how many samples each has on average: `{ 'main;parse': 30 }`. */
export type Program = Readonly<Record<string, number>>;

/** How a program was recorded. */
export interface Recording {
  readonly runs: number;
  readonly seed: number;
  /** Nanoseconds between two samples, 10 ms by default; with a shorter one there are more samples of the same program. */
  readonly period?: number;
  /** How many times slower the machine was in each run. */
  readonly speeds?: readonly number[];
}

const PERIOD = 10_000_000;

/** CPU profiles of runs of a program: the counts have sampling noise, and nothing else but what `speeds` says. */
export function sampledRuns(program: Program, { runs, seed, period = PERIOD, speeds = [] }: Recording): Profile[] {
  const random = seededRandom(seed);
  return Array.from({ length: runs }, (_, run) => {
    const means = Object.entries(program).map(
      ([stack, samples]) => [stack, (samples * PERIOD * (speeds[run] ?? 1)) / period] as const,
    );
    return countedRun(Object.fromEntries(means.map(([stack, mean]) => [stack, poisson(mean, random)])), period);
  });
}

/** A CPU profile with exactly these numbers of samples. Line n of a function is its n-th frame from the root. */
export function countedRun(counts: Program, period = PERIOD): Profile {
  const builder = new ProfileBuilder([
    { type: 'samples', unit: 'count' },
    { type: 'cpu', unit: 'nanoseconds' },
  ]);
  const functions = new Map<string, number>();
  for (const [stack, count] of Object.entries(counts)) {
    if (count === 0) continue;
    const locations = stack.split(';').map((frame, depth) => {
      const [name = '', filename = ''] = frame.split('@');
      if (!functions.has(frame)) functions.set(frame, builder.addFunction(name, { filename }));
      return builder.addLocation({ lines: [{ function: functions.get(frame)!, line: depth + 1 }] });
    });
    builder.addSample(builder.addStack(locations.reverse()), [count, count * period]);
  }
  return builder.build({ period, periodType: { type: 'cpu', unit: 'nanoseconds' } });
}

/** A profile of one sample type with exactly these values. */
export function valuedRun(type: string, unit: string, values: Program): Profile {
  const builder = new ProfileBuilder([{ type, unit }]);
  for (const [stack, value] of Object.entries(values)) {
    const locations = stack
      .split(';')
      .map((name) => builder.addLocation({ lines: [{ function: builder.addFunction(name), line: 1 }] }));
    builder.addSample(builder.addStack(locations.reverse()), [value]);
  }
  return builder.build();
}

/** Counts how many exponential waits fit into the mean. */
function poisson(mean: number, random: () => number): number {
  let left = mean;
  for (let count = 0; ; count++) {
    left += Math.log(1 - random());
    if (left <= 0) return count;
  }
}
