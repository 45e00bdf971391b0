import { inflate } from '#inflate';
import { limitsOf, tooLarge } from '../limits.ts';
import type { Limits } from '../limits.ts';
import type { Mapping, Profile, SourceIds } from '../profile.ts';
import { ProfileError } from '../profile-error.ts';
import { IdTable, idColumn } from './id-table.ts';
import { readRawProfile } from './raw-profile.ts';
import type { RawProfile } from './raw-profile.ts';
import { Repairs } from './repairs.ts';
import type { Repair } from './repairs.ts';
import { buildSamples } from './sample-table.ts';
import { functionTable, locationTable } from './symbol-tables.ts';
import { WireReader } from './wire-reader.ts';

/** Options of {@link decode} and {@link decodeLenient}. */
export interface DecodeOptions {
  /** Bounds on untrusted input; what is left out has the value of `DEFAULT_LIMITS`. */
  readonly limits?: Partial<Limits>;
}

/** A profile and what had to be mended to get it. */
export interface LenientResult {
  readonly profile: Profile;
  /** Empty when the input was valid. */
  readonly repairs: readonly Repair[];
}

/**
 * Decodes a profile.proto, gzipped (also in several members) or plain, and validates it as pprof does.
 *
 * Throws {@link ProfileError} with a code and, where there is one, the byte offset in the inflated data.
 */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Profile {
  return decodeWith(bytes, options, new Repairs(false));
}

/**
 * As {@link decode}, but mends what leaves the meaning clear: references that point nowhere, ids that are 0 or stand twice,
 * samples with the wrong number of values, string indices out of range. A file that is cut off cannot be mended, because its
 * tables stand at its end: that is still an error.
 */
export function decodeLenient(bytes: Uint8Array, options: DecodeOptions = {}): LenientResult {
  const repairs = new Repairs(true);
  return { profile: decodeWith(bytes, options, repairs), repairs: repairs.list() };
}

/** Whether `bytes` begin as gzip data do. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length >= 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function decodeWith(bytes: Uint8Array, options: DecodeOptions, repairs: Repairs): Profile {
  const limits = limitsOf(options.limits);
  const plain = isGzip(bytes) ? inflate(bytes, limits.inflatedBytes) : bytes;
  if (plain.length === 0) throw new ProfileError('not-a-profile', 'the input is empty; nothing was recorded into it');
  if (plain.length > limits.inflatedBytes) throw tooLarge('inflatedBytes', limits.inflatedBytes);
  return resolve(readRawProfile(new WireReader(plain), limits), plain, repairs);
}

/** Turns ids and string indices into dense indices and strings. */
function resolve(raw: RawProfile, bytes: Uint8Array, repairs: Repairs): Profile {
  const text = (index: number, referrer: string): string => {
    if (raw.strings.has(index)) return raw.strings.get(index);
    const message = `${referrer} refers to string ${index}, but the profile has ${raw.strings.length} strings`;
    repairs.fault(`string of ${referrer}`, 'dangling-reference', message, 'taken as empty');
    return '';
  };
  const valueType = (type: { type: number; unit: number }, what: string) => ({
    type: text(type.type, what),
    unit: text(type.unit, what),
  });

  const mappingIds = new IdTable(
    raw.mappings.map(({ id }) => id),
    'mapping',
    repairs,
  );
  const functionIds = new IdTable(
    raw.functions.map(({ id }) => id),
    'function',
    repairs,
  );
  const locationIds = new IdTable(
    raw.locations.map(({ id }) => id),
    'location',
    repairs,
  );
  const sampleTypes = raw.sampleTypes.map((type) => valueType(type, 'a sample type'));
  const sourceIds = sourceIdsOf(raw, mappingIds, locationIds);
  return {
    sampleTypes,
    defaultSampleType: text(raw.defaultSampleType, 'the default sample type'),
    ...buildSamples(raw, bytes, sampleTypes.length, locationIds, text, repairs),
    locations: locationTable(raw.locations, mappingIds, functionIds, repairs),
    functions: functionTable(raw.functions, text),
    mappings: raw.mappings.map(
      ({ id: _id, file, buildId, ...rest }): Mapping => ({
        ...rest,
        file: text(file, 'a mapping'),
        buildId: text(buildId, 'a mapping'),
      }),
    ),
    dropFrames: text(raw.dropFrames, 'drop_frames'),
    keepFrames: text(raw.keepFrames, 'keep_frames'),
    timeNanos: raw.timeNanos,
    durationNanos: raw.durationNanos,
    periodType: valueType(raw.periodType, 'the period type'),
    period: raw.period,
    comments: raw.comments.map((index) => text(index, 'a comment')),
    docUrl: text(raw.docUrl, 'doc_url'),
    ...(sourceIds ? { sourceIds } : {}),
  };
}

function sourceIdsOf(raw: RawProfile, mappingIds: IdTable, locationIds: IdTable): SourceIds | undefined {
  if (mappingIds.isSequential && locationIds.isSequential) return undefined;
  return {
    mappings: idColumn(raw.mappings.map(({ id }) => id)),
    locations: idColumn(raw.locations.map(({ id }) => id)),
  };
}
