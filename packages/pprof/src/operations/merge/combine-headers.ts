import { ProfileError } from '../../profile-error.ts';
import type { Profile, ValueType } from '../../profile.ts';

/** The fields of a merged profile that are not tables. */
export type CombinedHeader = Omit<Profile, 'samples' | 'stacks' | 'locations' | 'functions' | 'mappings' | 'sourceIds'>;

/** Combines the headers of profiles that {@link requireSameTypes} found to fit; there is at least one. */
export function combineHeaders(profiles: readonly Profile[]): CombinedHeader {
  const first = profiles[0];
  let timeNanos = 0n;
  let durationNanos = 0n;
  let period = 0;
  for (const profile of profiles) {
    // pprof means the earliest time that is known, but a later unknown one (0) starts it anew.
    if (timeNanos === 0n || profile.timeNanos < timeNanos) timeNanos = profile.timeNanos;
    durationNanos += profile.durationNanos;
    if (period === 0 || period < profile.period) period = profile.period;
  }
  if (BigInt.asIntN(64, durationNanos) !== durationNanos) {
    throw new ProfileError('out-of-range', 'the durations of the profiles add up to more than 64 bits hold; correct them first');
  }
  return {
    sampleTypes: first.sampleTypes,
    defaultSampleType: firstNonempty(profiles.map((profile) => profile.defaultSampleType)),
    dropFrames: first.dropFrames,
    keepFrames: first.keepFrames,
    timeNanos,
    durationNanos,
    periodType: first.periodType,
    period,
    comments: [...new Set(profiles.flatMap((profile) => profile.comments))],
    docUrl: firstNonempty(profiles.map((profile) => profile.docUrl)),
  };
}

/**
 * Throws `ProfileError` `incompatible` unless all profiles have the same period type and the same sample types in the same order,
 * units included.
 */
export function requireSameTypes(profiles: readonly Profile[]): void {
  const [first, ...others] = profiles;
  for (const other of others) {
    if (!isSame(first.periodType, other.periodType)) {
      throw new ProfileError(
        'incompatible',
        `the period types differ: ${valueTypeText(first.periodType)} and ${valueTypeText(other.periodType)}; merge profiles of one kind`,
      );
    }
    const sameTypes =
      first.sampleTypes.length === other.sampleTypes.length &&
      first.sampleTypes.every((type, i) => isSame(type, other.sampleTypes[i]));
    if (!sameTypes) {
      throw new ProfileError(
        'incompatible',
        `the sample types differ: ${first.sampleTypes.map(valueTypeText).join(' ')} and ` +
          `${other.sampleTypes.map(valueTypeText).join(' ')}; combine() reduces profiles to the types and units they share`,
      );
    }
  }
}

/** `cpu/nanoseconds`. */
export function valueTypeText({ type, unit }: ValueType): string {
  return `${type}/${unit}`;
}

function isSame(a: ValueType, b: ValueType): boolean {
  return a.type === b.type && a.unit === b.unit;
}

function firstNonempty(texts: readonly string[]): string {
  return texts.find((text) => text !== '') ?? '';
}
