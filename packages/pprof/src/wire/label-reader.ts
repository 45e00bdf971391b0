import { labelSetOf } from '../profile-builder.ts';
import type { BuilderLabel } from '../profile-builder.ts';
import { NO_LABELS } from '../profile.ts';
import type { LabelSet } from '../profile.ts';
import { RunTable } from './run-table.ts';
import { labelMessages } from './label-messages.ts';
import type { RawSamples } from './raw-samples.ts';
import { WireReader } from './wire-reader.ts';

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
    const labelSet = new Int32Array(length);
    const runs = new RunTable(this.#bytes);
    for (let sample = 0; sample < length; sample++) {
      const start = labelStart[sample];
      const end = labelEnd[sample];
      if (end === 0) continue;
      const known = runs.find(start, end);
      labelSet[sample] = known === -1 ? this.#readRun(start, end, runs) : known;
    }
    for (const [sample, messages] of scatteredLabels) labelSet[sample] = this.#setOf(messages);
    return { labelSet, labelSets: this.#sets };
  }

  #readRun(start: number, end: number, runs: RunTable): number {
    const set = this.#setOf(labelMessages(this.#reader, start, end));
    runs.add(start, end, set);
    return set;
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
