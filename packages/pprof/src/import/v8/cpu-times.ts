import { ProfileError } from '../../profile-error.ts';
import type { ImportContext } from '../import-context.ts';
import { tooLarge } from '../../limits.ts';
import { arrayField, isObject, optionalNumberField } from '../json/json-fields.ts';
import type { JsonObject } from '../json/json-fields.ts';
import type { CpuNodes } from './cpu-nodes.ts';
import { medianDuration, sampleDurations } from './sample-durations.ts';
import { shareOut } from './share-out.ts';

const MICROS_PER_SECOND = 1_000_000;
const NANOS_PER_MICRO = 1000;

/** What a `.cpuprofile` says about each node, and about all of them. */
export interface CpuTimes {
  /** Samples by node. */
  readonly counts: ArrayLike<number>;
  /** Nanoseconds by node; undefined where the file has no times. */
  readonly durations: ArrayLike<number> | undefined;
  /** Length of the profile in nanoseconds. */
  readonly total: number;
  /** Nanoseconds between two samples. */
  readonly interval: number;
}

/** Reads `samples` with `timeDeltas` (or the older `timestamps`), or `hitCount` where there are no samples. */
export function readCpuTimes(document: JsonObject, nodes: CpuNodes, context: ImportContext): CpuTimes {
  const { start, end } = clockOf(document);
  const total = start !== undefined && end !== undefined && end > start ? Math.round((end - start) * NANOS_PER_MICRO) : 0;
  if (document['samples'] === undefined) return fromHitCounts(nodes, total);
  const samples = arrayField(document, 'samples', inProfile);
  if (samples.length > context.limits.samples) throw tooLarge('samples', context.limits.samples);

  const times = timesOf(document, samples.length, start, context);
  const perSample = times && sampleDurations(times.subarray(0, samples.length), times.at(samples.length) ?? end);
  const counts = new Float64Array(nodes.frames.length);
  const durations = perSample && new Float64Array(nodes.frames.length);
  for (let i = 0; i < samples.length; i++) {
    const node = nodes.indexOfId.get(samples[i] as number); // anything but a known id is not found
    if (node === undefined) {
      const message = `sample ${i} refers to a node that does not exist`;
      context.repairs.fault('node of sample', 'dangling-reference', message, 'the sample is left out');
      continue;
    }
    counts[node]++;
    if (durations && perSample) durations[node] += perSample[i];
  }
  const covered = perSample?.reduce((sum, duration) => sum + duration, 0) ?? 0;
  return { counts, durations, total: Math.max(total, covered), interval: perSample ? medianDuration(perSample) : 0 };
}

function fromHitCounts(nodes: CpuNodes, total: number): CpuTimes {
  const counts = nodes.hitCounts;
  const hits = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0 || hits === 0) return { counts, durations: undefined, total: 0, interval: 0 };
  return { counts, durations: shareOut(total, counts), total, interval: Math.round(total / hits) };
}

/** Start and end in microseconds; the older tree form has them in seconds. */
function clockOf(document: JsonObject): { start: number | undefined; end: number | undefined } {
  const unit = isObject(document['head']) ? MICROS_PER_SECOND : 1;
  const read = (field: string) => {
    const value = optionalNumberField(document, field, inProfile);
    return value === undefined ? undefined : value * unit;
  };
  return { start: read('startTime'), end: read('endTime') };
}

/**
 * The times in microseconds at which samples were taken; undefined where the file has none. There may be one more than samples:
 * the time at which the last one ends.
 */
function timesOf(document: JsonObject, samples: number, start = 0, { repairs }: ImportContext): Float64Array | undefined {
  const isDelta = document['timeDeltas'] !== undefined;
  if (!isDelta && document['timestamps'] === undefined) return undefined;
  const field = isDelta ? 'timeDeltas' : 'timestamps';
  const numbers = arrayField(document, field, inProfile);
  if (numbers.length !== samples && numbers.length !== samples + 1) {
    const message = `the profile has ${samples} samples and ${numbers.length} ${field}`;
    repairs.fault('sample times', 'malformed', message, 'the times are left out');
    return undefined;
  }
  let time = start;
  return Float64Array.from(numbers, (number, i) => {
    if (typeof number !== 'number') throw new ProfileError('malformed', `entry ${i} of "${field}" is no number`);
    time = isDelta ? time + number : number;
    if (!Number.isFinite(time)) throw new ProfileError('out-of-range', `entry ${i} of "${field}" is past any time`);
    return time;
  });
}

function inProfile(): string {
  return 'the profile';
}
