import type { Limits } from '../../limits.ts';
import { tooLarge } from '../../limits.ts';
import { grown } from '../../wire/growable.ts';
import { Interner } from '../interner.ts';

const NO_BLOCK_SIZE = Number.NaN;

/** Samples of a format that knows addresses instead of functions. Locations are numbered in the order in which they appear. */
export class AddressSamples {
  readonly #limits: Limits;
  readonly #width: number;
  readonly #numbers = new Interner<bigint>('addresses');
  addresses: bigint[] = [];
  #values = new Float64Array(64);
  #blockSizes = new Float64Array(64);
  #stackStart = new Uint32Array(64);
  #locations = new Int32Array(256);
  length = 0;

  /** `width` is the number of values of a sample. */
  constructor(width: number, limits: Limits) {
    this.#width = width;
    this.#limits = limits;
  }

  /** Adds a sample; `stack` is leaf first, `blockSize` the value of its label `bytes`. */
  add(stack: readonly bigint[], values: readonly number[], blockSize = NO_BLOCK_SIZE): void {
    const sample = this.length;
    if (sample >= this.#limits.samples) throw tooLarge('samples', this.#limits.samples);
    if (stack.length > this.#limits.stackDepth) throw tooLarge('stackDepth', this.#limits.stackDepth);
    this.#values = grown(this.#values, (sample + 1) * this.#width);
    this.#blockSizes = grown(this.#blockSizes, sample + 1);
    this.#stackStart = grown(this.#stackStart, sample + 2);
    let end = this.#stackStart[sample];
    this.#locations = grown(this.#locations, end + stack.length);
    for (const address of stack) this.#locations[end++] = this.#locationOf(address);
    this.#stackStart[sample + 1] = end;
    this.#values.set(values, sample * this.#width);
    this.#blockSizes[sample] = blockSize;
    this.length++;
  }

  /** Adds to the first value of the last sample, if there is one. */
  addToLast(value: number): void {
    if (this.length > 0) this.#values[(this.length - 1) * this.#width] += value;
  }

  /** Locations of a sample, leaf first. */
  stack(sample: number): Int32Array {
    return this.#locations.subarray(this.#stackStart[sample], this.#stackStart[sample + 1]);
  }

  values(sample: number): number[] {
    return [...this.#values.subarray(sample * this.#width, (sample + 1) * this.#width)];
  }

  blockSize(sample: number): number | undefined {
    const size = this.#blockSizes[sample];
    return Number.isNaN(size) ? undefined : size;
  }

  /** Removes the caller of the leaf from every stack of two or more for which `isUnwanted(leaf, caller)`. */
  dropCallerOfLeaf(isUnwanted: (leaf: number, caller: number) => boolean): void {
    const locations = this.#locations;
    let end = 0;
    let start = 0;
    for (let sample = 0; sample < this.length; sample++) {
      const stop = this.#stackStart[sample + 1];
      const unwanted = stop - start > 1 && isUnwanted(locations[start], locations[start + 1]) ? start + 1 : -1;
      for (let i = start; i < stop; i++) if (i !== unwanted) locations[end++] = locations[i];
      this.#stackStart[sample + 1] = end;
      start = stop;
    }
  }

  /** Drops locations that no stack has any more, and numbers the others anew. Nothing can be added after that. */
  compact(): void {
    const numbers = new Interner<number>('addresses');
    const kept: bigint[] = [];
    for (let i = 0; i < this.#stackStart[this.length]; i++) {
      const location = numbers.number(this.#locations[i]);
      if (location === kept.length) kept.push(this.addresses[this.#locations[i]]);
      this.#locations[i] = location;
    }
    this.addresses = kept;
  }

  #locationOf(address: bigint): number {
    const location = this.#numbers.number(address);
    if (location === this.addresses.length) this.addresses.push(address);
    return location;
  }
}
