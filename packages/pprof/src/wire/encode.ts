import { deflate } from '#inflate';
import protobuf from 'protobufjs/minimal.js';
import type { LabelSet, LocationTable, Profile, ValueType } from '../profile.ts';
import { encodeUtf8 } from './utf8.ts';
import { LENGTH_DELIMITED, VARINT } from './wire-reader.ts';

type Writer = protobuf.Writer;

/** Options of {@link encode}. */
export interface EncodeOptions {
  /** Whether the result is gzipped, which is how profiles are stored. Default true. */
  readonly compress?: boolean;
}

/** Lists longer than this are packed, as pprof does. */
const PACK_FROM = 3;

/**
 * Encodes a profile as profile.proto: fields in the order of their numbers, zeros left out, ids counted from 1, strings numbered in
 * the order in which they are met. `decode(encode(profile))` gives an equal profile, except for what the format
 * cannot hold: labels whose value is an empty string, or 0 without a unit, are lost.
 */
export function encode(profile: Profile, options: EncodeOptions = {}): Uint8Array {
  const bytes = new ProfileWriter(profile).write();
  return options.compress === false ? bytes : deflate(bytes);
}

class ProfileWriter {
  readonly #profile: Profile;
  readonly #writer: Writer = protobuf.Writer.create();
  readonly #strings = new Map<string, number>([['', 0]]);

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  write(): Uint8Array {
    const profile = this.#profile;
    const writer = this.#writer;
    for (const type of profile.sampleTypes) this.#valueType(1, type);
    this.#samples();
    profile.mappings.forEach((mapping, index) => {
      writer.uint32(key(3, LENGTH_DELIMITED)).fork();
      this.#number(1, index + 1);
      this.#bigint(2, mapping.start);
      this.#bigint(3, mapping.limit);
      this.#bigint(4, mapping.offset);
      this.#number(5, this.#string(mapping.file));
      this.#number(6, this.#string(mapping.buildId));
      this.#number(7, Number(mapping.hasFunctions));
      this.#number(8, Number(mapping.hasFilenames));
      this.#number(9, Number(mapping.hasLineNumbers));
      this.#number(10, Number(mapping.hasInlineFrames));
      writer.ldelim();
    });
    for (let index = 0; index < profile.locations.length; index++) this.#location(profile.locations, index);
    const { functions } = profile;
    for (let index = 0; index < functions.length; index++) {
      writer.uint32(key(5, LENGTH_DELIMITED)).fork();
      this.#number(1, index + 1);
      this.#number(2, this.#string(functions.name[index]));
      this.#number(3, this.#string(functions.systemName[index]));
      this.#number(4, this.#string(functions.filename[index]));
      this.#number(5, functions.startLine[index]);
      writer.ldelim();
    }
    this.#header();
    return writer.finish();
  }

  /** Everything behind the tables. The string table (field 6) comes first but is complete only when all else is known. */
  #header(): void {
    const profile = this.#profile;
    const writer = this.#writer;
    const dropFrames = this.#string(profile.dropFrames);
    const keepFrames = this.#string(profile.keepFrames);
    const periodType = [this.#string(profile.periodType.type), this.#string(profile.periodType.unit)];
    const comments = profile.comments.map((comment) => this.#string(comment));
    const defaultSampleType = this.#string(profile.defaultSampleType);
    const docUrl = this.#string(profile.docUrl);
    for (const text of this.#strings.keys()) writer.uint32(key(6, LENGTH_DELIMITED)).bytes(encodeUtf8(text));
    this.#number(7, dropFrames);
    this.#number(8, keepFrames);
    this.#bigint(9, profile.timeNanos);
    this.#bigint(10, profile.durationNanos);
    if (periodType.some((index) => index !== 0)) this.#valueType(11, profile.periodType);
    this.#number(12, profile.period);
    this.#numbers(13, comments);
    // pprof writes this one even where it is 0.
    writer.uint32(key(14, VARINT)).uint32(defaultSampleType);
    this.#number(15, docUrl);
  }

  #samples(): void {
    const { samples, stacks } = this.#profile;
    const writer = this.#writer;
    const columns = [...samples.values];
    const labels = samples.labelSets.map((set) => this.#labels(set));
    for (let sample = 0; sample < samples.length; sample++) {
      writer.uint32(key(2, LENGTH_DELIMITED)).fork();
      const stack = samples.stack[sample];
      const ids = stacks.locations.subarray(stacks.start[stack], stacks.start[stack + 1]);
      this.#numbers(
        1,
        Array.from(ids, (index) => index + 1),
      );
      this.#numbers(
        2,
        columns.map((column) => column[sample]),
      );
      writer.raw(labels[samples.labelSet[sample]]);
      writer.ldelim();
    }
  }

  #labels({ strings, numbers }: LabelSet): Uint8Array {
    const writer = protobuf.Writer.create();
    const label = (fields: readonly (number | bigint)[]) => {
      writer.uint32(key(3, LENGTH_DELIMITED)).fork();
      fields.forEach((value, index) => {
        if (value) writer.uint32(key(index + 1, VARINT)).int64(typeof value === 'bigint' ? halves(value) : value);
      });
      writer.ldelim();
    };
    for (const { key: name, values } of strings) {
      for (const value of values) label([this.#string(name), this.#string(value)]);
    }
    for (const { key: name, values, units } of numbers) {
      values.forEach((value, index) => {
        label([this.#string(name), 0, value, this.#string(units[index] ?? '')]);
      });
    }
    return writer.finish();
  }

  #location(locations: LocationTable, index: number): void {
    const writer = this.#writer;
    writer.uint32(key(4, LENGTH_DELIMITED)).fork();
    this.#number(1, index + 1);
    this.#number(2, locations.mapping[index] + 1);
    this.#bigint(3, locations.address[index]);
    for (let line = locations.lineStart[index]; line < locations.lineStart[index + 1]; line++) {
      writer.uint32(key(4, LENGTH_DELIMITED)).fork();
      this.#number(1, locations.lineFunction[line] + 1);
      this.#number(2, locations.lineNumber[line]);
      this.#number(3, locations.lineColumn[line]);
      writer.ldelim();
    }
    this.#number(5, locations.isFolded[index]);
    writer.ldelim();
  }

  #valueType(field: number, { type, unit }: ValueType): void {
    this.#writer.uint32(key(field, LENGTH_DELIMITED)).fork();
    this.#number(1, this.#string(type));
    this.#number(2, this.#string(unit));
    this.#writer.ldelim();
  }

  #number(field: number, value: number): void {
    if (value !== 0) this.#writer.uint32(key(field, VARINT)).int64(value);
  }

  #bigint(field: number, value: bigint): void {
    if (value !== 0n) this.#writer.uint32(key(field, VARINT)).int64(halves(value));
  }

  #numbers(field: number, values: readonly number[]): void {
    const writer = this.#writer;
    if (values.length < PACK_FROM) {
      for (const value of values) writer.uint32(key(field, VARINT)).int64(value);
      return;
    }
    writer.uint32(key(field, LENGTH_DELIMITED)).fork();
    for (const value of values) writer.int64(value);
    writer.ldelim();
  }

  #string(text: string): number {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    const index = this.#strings.size;
    this.#strings.set(text, index);
    return index;
  }
}

function key(field: number, wireType: number): number {
  return (field << 3) | wireType;
}

/** A 64-bit number in the form in which protobufjs writes it without rounding: it looks at these two halves only. */
function halves(value: bigint): protobuf.Long {
  const low = Number(value & 0xffff_ffffn);
  const high = Number((value >> 32n) & 0xffff_ffffn);
  return { low, high, unsigned: false } as protobuf.Long;
}
