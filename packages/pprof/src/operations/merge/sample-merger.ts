import { ProfileError } from '../../profile-error.ts';
import type { Profile, SampleTable, StackTable } from '../../profile.ts';
import { trimmed } from '../../wire/growable.ts';
import { LabelSetMerger } from './label-set-merger.ts';
import { markSamplesWithValue } from '../mark-samples-with-value.ts';
import { SequenceTable } from './sequence-table.ts';
import type { SourceSymbols } from './symbol-merger.ts';

/** Adds up samples with the same stack and the same labels; rows are in the order in which they first come. */
export class SampleMerger {
  readonly #stacks: SequenceTable;
  readonly #labelSets = new LabelSetMerger();
  readonly #stackOfRow: Int32Array;
  readonly #labelSetOfRow: Int32Array;
  readonly #values: Float64Array[];
  /** By stack: its first row, plus 1. Nearly every stack has no other. */
  readonly #firstRow: Int32Array;
  /** Pairs of a stack and a label set other than that of the stack's first row. */
  readonly #pairs = new SequenceTable(0, 0);
  readonly #rowOfPair: number[] = [];
  #length = 0;

  constructor(profiles: readonly Profile[]) {
    let samples = 0;
    let references = 0;
    for (const profile of profiles) {
      samples += profile.samples.length;
      references += profile.stacks.locations.length;
    }
    this.#stacks = new SequenceTable(samples, references);
    this.#stackOfRow = new Int32Array(samples);
    this.#labelSetOfRow = new Int32Array(samples);
    this.#firstRow = new Int32Array(samples);
    this.#values = profiles[0].sampleTypes.map(() => new Float64Array(samples));
  }

  /** Adds the samples of a profile that have any value, and merges the symbols they need. */
  add(profile: Profile, symbols: SourceSymbols): void {
    const rows = this.#rowsOf(profile, symbols);
    for (const [column, source] of profile.samples.values.entries()) {
      const sums = this.#values[column];
      for (let sample = 0; sample < rows.length; sample++) {
        const row = rows[sample];
        if (row === -1) continue;
        const sum = sums[row] + source[sample];
        if (sum > Number.MAX_SAFE_INTEGER || sum < Number.MIN_SAFE_INTEGER) throw tooLarge(profile, column);
        sums[row] = sum;
      }
    }
  }

  samples(): SampleTable {
    return {
      length: this.#length,
      stack: trimmed(this.#stackOfRow, this.#length),
      values: this.#values.map((column) => trimmed(column, this.#length)),
      labelSet: trimmed(this.#labelSetOfRow, this.#length),
      labelSets: this.#labelSets.labelSets,
    };
  }

  stacks(): StackTable {
    return { length: this.#stacks.length, start: this.#stacks.start, locations: this.#stacks.items };
  }

  /** The row of each sample, -1 for a sample without any value. */
  #rowsOf({ samples, stacks }: Profile, symbols: SourceSymbols): Int32Array {
    const rows = new Int32Array(samples.length).fill(-1);
    const hasValue = markSamplesWithValue(samples);
    const mergedStacks = new Int32Array(stacks.length).fill(-1);
    const mergedLabelSets = new Int32Array(samples.labelSets.length).fill(-1);
    for (let sample = 0; sample < samples.length; sample++) {
      if (hasValue[sample] === 0) continue;
      const stack = samples.stack[sample];
      if (mergedStacks[stack] === -1) {
        const [from, to] = [stacks.start[stack], stacks.start[stack + 1]];
        let merged = this.#stacks.intern(stacks.locations, from, to, symbols.locations);
        if (merged === -1) {
          symbols.mergeStack(stack);
          merged = this.#stacks.intern(stacks.locations, from, to, symbols.locations);
        }
        mergedStacks[stack] = merged;
      }
      const labelSet = samples.labelSet[sample];
      if (mergedLabelSets[labelSet] === -1) mergedLabelSets[labelSet] = this.#labelSets.merge(samples.labelSets[labelSet]);
      rows[sample] = this.#row(mergedStacks[stack], mergedLabelSets[labelSet]);
    }
    return rows;
  }

  #row(stack: number, labelSet: number): number {
    const first = this.#firstRow[stack] - 1;
    if (first === -1) {
      this.#firstRow[stack] = this.#length + 1;
      return this.#addRow(stack, labelSet);
    }
    if (this.#labelSetOfRow[first] === labelSet) return first;
    const pair = this.#pairs.internItems([stack, labelSet]);
    if (pair === this.#rowOfPair.length) this.#rowOfPair.push(this.#addRow(stack, labelSet));
    return this.#rowOfPair[pair];
  }

  #addRow(stack: number, labelSet: number): number {
    this.#stackOfRow[this.#length] = stack;
    this.#labelSetOfRow[this.#length] = labelSet;
    return this.#length++;
  }
}

function tooLarge({ sampleTypes }: Profile, column: number): ProfileError {
  const { type, unit } = sampleTypes[column];
  return new ProfileError('out-of-range', `a sum of ${type} passes 2^53 ${unit}; scale the profiles to a coarser unit first`);
}
