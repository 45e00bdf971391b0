import type { Limits } from '../limits.ts';
import { ProfileError } from '../profile-error.ts';
import { SAMPLE_KEY, SampleReader } from './sample-reader.ts';
import type { RawSamples } from './raw-samples.ts';
import { StringTable } from './string-table.ts';
import { LENGTH_DELIMITED } from './wire-reader.ts';
import type { WireReader } from './wire-reader.ts';

type Id = number | bigint;

/** Two indices into the string table. */
export interface RawValueType {
  type: number;
  unit: number;
}

export interface RawMapping {
  id: Id;
  start: bigint;
  limit: bigint;
  offset: bigint;
  file: number;
  buildId: number;
  hasFunctions: boolean;
  hasFilenames: boolean;
  hasLineNumbers: boolean;
  hasInlineFrames: boolean;
}

export interface RawLocation {
  id: Id;
  mapping: Id;
  address: bigint;
  isFolded: boolean;
  lines: RawLine[];
}

export interface RawLine {
  function: Id;
  line: number;
  column: number;
}

export interface RawFunction {
  id: Id;
  name: number;
  systemName: number;
  filename: number;
  startLine: number;
}

/** A profile.proto as it stands in the file: ids and string indices not yet looked up. */
export interface RawProfile {
  readonly sampleTypes: RawValueType[];
  samples: RawSamples;
  readonly mappings: RawMapping[];
  readonly locations: RawLocation[];
  readonly functions: RawFunction[];
  readonly strings: StringTable;
  dropFrames: number;
  keepFrames: number;
  timeNanos: bigint;
  durationNanos: bigint;
  periodType: RawValueType;
  period: number;
  readonly comments: number[];
  defaultSampleType: number;
  docUrl: number;
}

/** Reads a whole profile.proto, field numbers as in pprof's `proto/profile.proto`. Unknown fields are skipped. */
export function readRawProfile(reader: WireReader, limits: Limits): RawProfile {
  const samples = new SampleReader(reader, limits);
  const strings = new StringTable(reader.buf, limits);
  const raw: Omit<RawProfile, 'samples'> = {
    sampleTypes: [],
    mappings: [],
    locations: [],
    functions: [],
    strings,
    dropFrames: 0,
    keepFrames: 0,
    timeNanos: 0n,
    durationNanos: 0n,
    periodType: { type: 0, unit: 0 },
    period: 0,
    comments: [],
    defaultSampleType: 0,
    docUrl: 0,
  };
  while (reader.pos < reader.len) {
    if (reader.buf[reader.pos] === SAMPLE_KEY) {
      samples.readRun();
      continue;
    }
    const start = reader.pos;
    switch (reader.field()) {
      case 1:
        raw.sampleTypes.push(readValueType(reader));
        break;
      case 2:
        // Only a key that is longer than it need be, or of the wrong type, comes here.
        samples.readOne();
        break;
      case 3:
        raw.mappings.push(readMapping(reader));
        break;
      case 4:
        raw.locations.push(readLocation(reader));
        break;
      case 5:
        raw.functions.push(readFunction(reader));
        break;
      case 6: {
        const end = reader.endOfLength();
        strings.add(reader.pos, end - reader.pos);
        reader.pos = end;
        break;
      }
      case 7:
        raw.dropFrames = reader.index();
        break;
      case 8:
        raw.keepFrames = reader.index();
        break;
      case 9:
        if (raw.timeNanos !== 0n) {
          throw new ProfileError('malformed', 'a second profile follows the first; split the file and merge the parts', start);
        }
        raw.timeNanos = reader.signed();
        break;
      case 10:
        raw.durationNanos = reader.signed();
        break;
      case 11:
        raw.periodType = readValueType(reader);
        break;
      case 12:
        raw.period = reader.integer('period');
        break;
      case 13:
        readIndices(reader, raw.comments);
        break;
      case 14:
        raw.defaultSampleType = reader.index();
        break;
      case 15:
        raw.docUrl = reader.index();
        break;
      default:
        reader.skipValue();
    }
  }
  return { ...raw, samples: samples.finish() };
}

function readValueType(reader: WireReader): RawValueType {
  const valueType = { type: 0, unit: 0 };
  const end = reader.endOfLength();
  while (reader.pos < end) {
    switch (reader.field()) {
      case 1:
        valueType.type = reader.index();
        break;
      case 2:
        valueType.unit = reader.index();
        break;
      default:
        reader.skipValue();
    }
  }
  reader.endOfMessage(end);
  return valueType;
}

function readMapping(reader: WireReader): RawMapping {
  const mapping: RawMapping = {
    id: 0,
    start: 0n,
    limit: 0n,
    offset: 0n,
    file: 0,
    buildId: 0,
    hasFunctions: false,
    hasFilenames: false,
    hasLineNumbers: false,
    hasInlineFrames: false,
  };
  const end = reader.endOfLength();
  while (reader.pos < end) {
    switch (reader.field()) {
      case 1:
        mapping.id = reader.id();
        break;
      case 2:
        mapping.start = reader.unsigned();
        break;
      case 3:
        mapping.limit = reader.unsigned();
        break;
      case 4:
        mapping.offset = reader.unsigned();
        break;
      case 5:
        mapping.file = reader.index();
        break;
      case 6:
        mapping.buildId = reader.index();
        break;
      case 7:
        mapping.hasFunctions = reader.boolean();
        break;
      case 8:
        mapping.hasFilenames = reader.boolean();
        break;
      case 9:
        mapping.hasLineNumbers = reader.boolean();
        break;
      case 10:
        mapping.hasInlineFrames = reader.boolean();
        break;
      default:
        reader.skipValue();
    }
  }
  reader.endOfMessage(end);
  return mapping;
}

function readLocation(reader: WireReader): RawLocation {
  const location: RawLocation = { id: 0, mapping: 0, address: 0n, isFolded: false, lines: [] };
  const end = reader.endOfLength();
  while (reader.pos < end) {
    switch (reader.field()) {
      case 1:
        location.id = reader.id();
        break;
      case 2:
        location.mapping = reader.id();
        break;
      case 3:
        location.address = reader.unsigned();
        break;
      case 4:
        location.lines.push(readLine(reader));
        break;
      case 5:
        location.isFolded = reader.boolean();
        break;
      default:
        reader.skipValue();
    }
  }
  reader.endOfMessage(end);
  return location;
}

function readLine(reader: WireReader): RawLine {
  const line: RawLine = { function: 0, line: 0, column: 0 };
  const end = reader.endOfLength();
  while (reader.pos < end) {
    switch (reader.field()) {
      case 1:
        line.function = reader.id();
        break;
      case 2:
        line.line = reader.integer('line number');
        break;
      case 3:
        line.column = reader.integer('column');
        break;
      default:
        reader.skipValue();
    }
  }
  reader.endOfMessage(end);
  return line;
}

function readFunction(reader: WireReader): RawFunction {
  const entry: RawFunction = { id: 0, name: 0, systemName: 0, filename: 0, startLine: 0 };
  const end = reader.endOfLength();
  while (reader.pos < end) {
    switch (reader.field()) {
      case 1:
        entry.id = reader.id();
        break;
      case 2:
        entry.name = reader.index();
        break;
      case 3:
        entry.systemName = reader.index();
        break;
      case 4:
        entry.filename = reader.index();
        break;
      case 5:
        entry.startLine = reader.integer('start line');
        break;
      default:
        reader.skipValue();
    }
  }
  reader.endOfMessage(end);
  return entry;
}

function readIndices(reader: WireReader, indices: number[]): void {
  if (reader.wireType !== LENGTH_DELIMITED) {
    indices.push(reader.index());
    return;
  }
  const end = reader.endOfLength();
  while (reader.pos < end) indices.push(reader.packedIndex());
  reader.endOfMessage(end);
}
