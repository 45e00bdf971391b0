import { SHORT_TABLE } from '../index-column.ts';
import type { IndexColumn } from '../index-column.ts';
import type { Limits } from '../limits.ts';
import { tooLarge } from '../limits.ts';
import { ProfileError } from '../profile-error.ts';
import { grown, trimmed } from './growable.ts';
import { labelMessages } from './label-messages.ts';
import type { RawSamples } from './raw-samples.ts';
import { NEEDS_CARE, unpackReferences, unpackValues } from './unpack.ts';
import { LENGTH_DELIMITED } from './wire-reader.ts';
import type { WireReader } from './wire-reader.ts';

/** The key byte of field 2 of a profile, a sample. */
export const SAMPLE_KEY = 0x12;
const LOCATION_FIELD = 1;
const VALUE_FIELD = 2;
const LABEL_FIELD = 3;
const PACKED_LOCATIONS_KEY = 0x0a;
const PACKED_VALUES_KEY = 0x12;
const LABEL_KEY = 0x1a;

/** Ids below this stand in the reference column as `id - 1`; others get a number of their own, counted down from -2. */
const PLAIN_ID_LIMIT = 2 ** 31;

/**
 * Reads the samples of a profile.proto. Nearly all of a profile is samples: common numbers are read from the bytes by the small
 * loops of `unpack`, which the engine compiles early; what is rare goes through the reader.
 */
export class SampleReader {
  readonly #reader: WireReader;
  readonly #limits: Limits;
  #count = 0;
  #stackStart: Uint32Array;
  #references: IndexColumn;
  #referenceCount = 0;
  readonly #largestId = new Int32Array(1);
  #hasZeroId = false;
  #values: Float64Array;
  #valueCount = 0;
  #valueStart: Uint32Array;
  #labelStart: Uint32Array;
  #labelEnd: Uint32Array;
  readonly #largeIds: (number | bigint)[] = [];
  readonly #largeIdNumbers = new Map<number | bigint, number>();
  readonly #scatteredLabels = new Map<number, number[]>();

  constructor(reader: WireReader, limits: Limits) {
    this.#reader = reader;
    this.#limits = limits;
    // Typical sizes: 60 bytes a sample, 2.4 bytes for each location reference.
    const samples = Math.ceil(reader.len / 60) + 16;
    this.#stackStart = new Uint32Array(samples);
    this.#valueStart = new Uint32Array(samples);
    this.#labelStart = new Uint32Array(samples);
    this.#labelEnd = new Uint32Array(samples);
    this.#values = new Float64Array(samples * 4);
    this.#references = new Uint16Array(Math.ceil(reader.len / 2.3) + 16);
  }

  /** Reads the sample at the reader's position (that of its key) and all that follow it directly. */
  readRun(): void {
    const reader = this.#reader;
    const { buf, len } = reader;
    while (reader.pos < len && buf[reader.pos] === SAMPLE_KEY) {
      this.#readPlainSamples();
      if (reader.pos < len && buf[reader.pos] === SAMPLE_KEY) {
        reader.field();
        this.readOne();
      }
    }
  }

  /**
   * Reads samples in the spelling that nearly all producers use (packed locations, packed values, labels side by side) until one is
   * spelt otherwise, and leaves the reader at its key. One loop without calls that it could not inline: it is compiled while it runs,
   * where the exact reader's many small functions would each have to be found hot.
   */
  #readPlainSamples(): void {
    const reader = this.#reader;
    const { buf, len } = reader;
    const largestId = this.#largestId;
    const labelStarts = this.#labelStart;
    const labelEnds = this.#labelEnd;
    const stackStarts = this.#stackStart;
    const valueStarts = this.#valueStart;
    const references = this.#references;
    const values = this.#values;
    const { stackDepth } = this.#limits;
    const lastSample = Math.min(this.#limits.samples, stackStarts.length - 1);
    let referenceCount = this.#referenceCount;
    let valueCount = this.#valueCount;
    let sample = this.#count;
    let key = reader.pos;
    // The last bytes are left to the exact reader, so that nothing here can look past the end.
    while (key + 4 < len && buf[key] === SAMPLE_KEY && sample < lastSample) {
      let at = key + 2;
      let length = buf[key + 1];
      if (length > 127) {
        length = (length & 127) | (buf[at] << 7);
        if (buf[at++] > 127) break;
      }
      const end = at + length;
      if (end + 4 > len || referenceCount + length > references.length || valueCount + length > values.length) break;

      let nextReference = referenceCount;
      let nextValue = valueCount;
      let labels = 0;
      let labelsEnd = 0;
      let isPlain = true;
      while (at < end && isPlain) {
        const field = at;
        const fieldKey = buf[at];
        let fieldLength = buf[at + 1];
        at += 2;
        if (fieldLength > 127) {
          fieldLength = (fieldLength & 127) | (buf[at] << 7);
          isPlain = buf[at++] < 128;
        }
        const fieldEnd = at + fieldLength;
        if (fieldEnd > end) isPlain = false;
        else if (fieldKey === PACKED_LOCATIONS_KEY) {
          nextReference = unpackReferences(buf, at, fieldEnd, references, nextReference, largestId);
          isPlain &&= nextReference !== NEEDS_CARE;
        } else if (fieldKey === PACKED_VALUES_KEY) {
          nextValue = unpackValues(buf, at, fieldEnd, values, nextValue);
          isPlain &&= nextValue !== NEEDS_CARE;
        } else if (fieldKey === LABEL_KEY && (labelsEnd === 0 || labelsEnd === field)) {
          if (labelsEnd === 0) labels = field;
          labelsEnd = fieldEnd;
        } else isPlain = false;
        at = fieldEnd;
      }
      if (!isPlain || nextReference - referenceCount > stackDepth) break;

      labelStarts[sample] = labels;
      labelEnds[sample] = labelsEnd;
      referenceCount = nextReference;
      valueCount = nextValue;
      sample++;
      stackStarts[sample] = referenceCount;
      valueStarts[sample] = valueCount;
      key = end;
    }
    this.#referenceCount = referenceCount;
    this.#valueCount = valueCount;
    this.#count = sample;
    reader.pos = key;
  }

  /** Reads the sample whose key the reader has just read. */
  readOne(): void {
    const reader = this.#reader;
    const start = reader.pos;
    const end = reader.endOfLength();
    const sample = this.#count;
    if (sample >= this.#limits.samples) throw tooLarge('samples', this.#limits.samples, start);
    if (sample + 2 > this.#stackStart.length) this.#growSamples(sample + 2);
    // Each reference and each value takes at least one byte.
    const bytes = end - reader.pos;
    if (this.#referenceCount + bytes > this.#references.length) {
      this.#references = grown(this.#references, this.#referenceCount + bytes);
    }
    if (this.#valueCount + bytes > this.#values.length) this.#values = grown(this.#values, this.#valueCount + bytes);

    while (reader.pos < end) this.#readField(sample, end);
    reader.endOfMessage(end);

    if (this.#referenceCount - this.#stackStart[sample] > this.#limits.stackDepth) {
      throw tooLarge('stackDepth', this.#limits.stackDepth, start);
    }
    this.#count = sample + 1;
    this.#stackStart[sample + 1] = this.#referenceCount;
    this.#valueStart[sample + 1] = this.#valueCount;
  }

  finish(): RawSamples {
    const length = this.#count;
    return {
      length,
      stackStart: trimmed(this.#stackStart, length + 1),
      references: trimmed(this.#references, this.#referenceCount),
      largestId: this.#largestId[0],
      largeIds: this.#largeIds,
      hasZeroId: this.#hasZeroId,
      values: trimmed(this.#values, this.#valueCount),
      valueStart: trimmed(this.#valueStart, length + 1),
      labelStart: trimmed(this.#labelStart, length),
      labelEnd: trimmed(this.#labelEnd, length),
      scatteredLabels: this.#scatteredLabels,
    };
  }

  #readField(sample: number, sampleEnd: number): void {
    const reader = this.#reader;
    const key = reader.pos;
    const field = reader.field();
    if (field > LABEL_FIELD || field === 0) {
      reader.skipValue();
      return;
    }
    if (reader.wireType !== LENGTH_DELIMITED) {
      if (field === LOCATION_FIELD) this.#addReference(reader.id());
      else if (field === VALUE_FIELD) this.#values[this.#valueCount++] = reader.integer('sample value');
      else reader.expect(LENGTH_DELIMITED);
      return;
    }
    const end = reader.endOfLength();
    if (end > sampleEnd) throw new ProfileError('malformed', `a field of sample ${sample} runs past its end`, key);
    if (field === LOCATION_FIELD) this.#readReferences(end);
    else if (field === VALUE_FIELD) this.#readValues(end);
    else this.#noteLabel(sample, key, end);
  }

  #readReferences(end: number): void {
    const reader = this.#reader;
    const count = unpackReferences(reader.buf, reader.pos, end, this.#references, this.#referenceCount, this.#largestId);
    if (count !== NEEDS_CARE) {
      this.#referenceCount = count;
      reader.pos = end;
      return;
    }
    while (reader.pos < end) this.#addReference(reader.packedId());
    reader.endOfMessage(end);
  }

  #readValues(end: number): void {
    const reader = this.#reader;
    const count = unpackValues(reader.buf, reader.pos, end, this.#values, this.#valueCount);
    if (count !== NEEDS_CARE) {
      this.#valueCount = count;
      reader.pos = end;
      return;
    }
    while (reader.pos < end) this.#values[this.#valueCount++] = reader.packedInteger('sample value');
    reader.endOfMessage(end);
  }

  /** Labels that stand side by side are noted as one run of bytes; once some do not, each of the sample's is noted on its own. */
  #noteLabel(sample: number, key: number, end: number): void {
    const reader = this.#reader;
    const start = reader.pos;
    const runEnd = this.#labelEnd[sample];
    const scattered = this.#scatteredLabels.get(sample);
    if (scattered) scattered.push(start, end);
    else if (runEnd === 0 || runEnd === key) {
      if (runEnd === 0) this.#labelStart[sample] = key;
      this.#labelEnd[sample] = end;
    } else {
      this.#scatteredLabels.set(sample, [...labelMessages(reader, this.#labelStart[sample], runEnd), start, end]);
      this.#labelEnd[sample] = 0;
    }
    reader.pos = end;
  }

  #addReference(id: number | bigint): void {
    const reference = this.#reference(id);
    if ((reference < 0 || reference >= SHORT_TABLE) && this.#references instanceof Uint16Array) {
      this.#references = Int32Array.from(this.#references);
    }
    this.#references[this.#referenceCount++] = reference;
  }

  #reference(id: number | bigint): number {
    if (typeof id === 'number' && id < PLAIN_ID_LIMIT) {
      if (id === 0) this.#hasZeroId = true;
      if (id > this.#largestId[0]) this.#largestId[0] = id;
      return id - 1;
    }
    const known = this.#largeIdNumbers.get(id);
    if (known !== undefined) return known;
    const number = -2 - this.#largeIds.length;
    this.#largeIds.push(id);
    this.#largeIdNumbers.set(id, number);
    return number;
  }

  #growSamples(needed: number): void {
    this.#stackStart = grown(this.#stackStart, needed);
    this.#valueStart = grown(this.#valueStart, needed);
    this.#labelStart = grown(this.#labelStart, needed);
    this.#labelEnd = grown(this.#labelEnd, needed);
  }
}
