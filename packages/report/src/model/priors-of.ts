import type { NoisePrior } from '@flamestep/diff';
import type { Report } from './report.ts';

/** What a report teaches about the spread of runs, by name of the sample type: `priors` of the next comparison. */
export function priorsOf({ profiles }: Report): Readonly<Record<string, NoisePrior>> {
  return Object.fromEntries(
    profiles.flatMap(({ sampleType, prior }) => (prior === undefined ? [] : [[sampleType.type, prior] as const])),
  );
}
