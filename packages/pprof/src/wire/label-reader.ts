import { labelSetOf } from '../profile-builder.ts';
import type { BuilderLabel } from '../profile-builder.ts';
import { NO_LABELS } from '../profile.ts';
import type { LabelSet } from '../profile.ts';
import { labelMessages } from './sample-reader.ts';
import type { RawSamples } from './sample-reader.ts';
import { WireReader } from './wire-reader.ts';

const EMPTY = -1;
/** Input made so that everything hashes alike is read label by label instead of being searched for ever longer. */
const MAX_PROBES = 64;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Reads the labels of samples into distinct sets. Most samples of a profile share few sets, and equal sets are nearly always
 * written in the same bytes: runs of bytes are compared first, and only a run not seen before is read.
 */
export class LabelReader {
  readonly #bytes: Uint8Array;
  readonly #reader: WireReader;
  readonly #text: (index: number, referrer: string) => string;
  readonly #sets: LabelSet[] = [NO_LABELS];
  readonly #setByContent = new Map<string, number>();

  constructor(bytes: Uint8Array, text: (index: number, referrer: string) => string) {
    this.#bytes = bytes;
    this.#reader = new WireReader(bytes);
    this.#text = text;
  }

  read(samples: RawSamples): { labelSet: Int32Array; labelSets: readonly LabelSet[] } {
    const { length, labelStart, labelEnd, scatteredLabels } = samples;
    const bytes = this.#bytes;
    const labelSet = new Int32Array(length);
    // Runs seen so far, found by open addressing; a slot holds the number of a run.
    let slots = new Int32Array(1024).fill(EMPTY);
    let mask = slots.length - 1;
    const runStart: number[] = [];
    const runEnd: number[] = [];
    const runHash: number[] = [];
    const runSet: number[] = [];

    for (let sample = 0; sample < length; sample++) {
      const start = labelStart[sample];
      const end = labelEnd[sample];
      if (end === 0) continue;
      if (scatteredLabels.size > 0) {
        const messages = scatteredLabels.get(sample);
        if (messages) {
          labelSet[sample] = this.#setOf(messages);
          continue;
        }
      }
      const hash = hashOf(bytes, start, end);
      let slot = (hash ^ (hash >>> 15)) & mask;
      let run = slots[slot];
      let probes = 0;
      while (run !== EMPTY && probes < MAX_PROBES) {
        if (runHash[run] === hash && sameBytes(bytes, runStart[run], runEnd[run], start, end)) break;
        slot = (slot + 1) & mask;
        run = slots[slot];
        probes++;
      }
      if (probes === MAX_PROBES) labelSet[sample] = this.#setOf(labelMessages(this.#reader, start, end));
      else if (run !== EMPTY) labelSet[sample] = runSet[run];
      else {
        run = runStart.length;
        runStart.push(start);
        runEnd.push(end);
        runHash.push(hash);
        runSet.push(this.#setOf(labelMessages(this.#reader, start, end)));
        slots[slot] = run;
        labelSet[sample] = runSet[run];
        if (runStart.length * 2 > slots.length) {
          slots = rehash(runHash, slots.length * 2);
          mask = slots.length - 1;
        }
      }
    }
    return { labelSet, labelSets: this.#sets };
  }

  #setOf(messages: readonly number[]): number {
    const labels: BuilderLabel[] = [];
    for (let i = 0; i < messages.length; i += 2) {
      const label = this.#label(messages[i], messages[i + 1]);
      if (label) labels.push(label);
    }
    if (labels.length === 0) return 0;
    const set = labelSetOf(labels);
    const content = JSON.stringify([set.strings, set.numbers.map(({ key, values, units }) => [key, values.map(String), units])]);
    const known = this.#setByContent.get(content);
    if (known !== undefined) return known;
    this.#sets.push(set);
    this.#setByContent.set(content, this.#sets.length - 1);
    return this.#sets.length - 1;
  }

  /** Reads one label message. One with neither a string nor a number nor a unit says nothing and is dropped, as in pprof. */
  #label(start: number, end: number): BuilderLabel | undefined {
    const reader = this.#reader;
    let key = 0;
    let string = 0;
    let number = 0n;
    let unit = 0;
    reader.pos = start;
    while (reader.pos < end) {
      switch (reader.field()) {
        case 1:
          key = reader.index();
          break;
        case 2:
          string = reader.index();
          break;
        case 3:
          number = reader.signed();
          break;
        case 4:
          unit = reader.index();
          break;
        default:
          reader.skipValue();
      }
    }
    reader.endOfMessage(end);
    const keyText = this.#text(key, 'a label');
    if (string !== 0) return { key: keyText, string: this.#text(string, 'a label') };
    if (number === 0n && unit === 0) return undefined;
    return unit === 0 ? { key: keyText, number } : { key: keyText, number, unit: this.#text(unit, 'a label') };
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], FNV_PRIME);
  return hash;
}

function sameBytes(bytes: Uint8Array, startA: number, endA: number, startB: number, endB: number): boolean {
  if (endA - startA !== endB - startB) return false;
  for (let i = startA, j = startB; i < endA; i++, j++) {
    if (bytes[i] !== bytes[j]) return false;
  }
  return true;
}

function rehash(hashes: readonly number[], size: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(size).fill(EMPTY);
  for (let run = 0; run < hashes.length; run++) {
    let slot = (hashes[run] ^ (hashes[run] >>> 15)) & (size - 1);
    for (let probes = 0; slots[slot] !== EMPTY && probes < MAX_PROBES; probes++) slot = (slot + 1) & (size - 1);
    if (slots[slot] === EMPTY) slots[slot] = run;
  }
  return slots;
}
