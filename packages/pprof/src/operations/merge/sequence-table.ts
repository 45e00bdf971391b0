import { grown, trimmed } from '../../wire/growable.ts';

/** After so many occupied slots a sequence goes to the overflow map, whose strings nobody can make collide on purpose. */
const PROBE_LIMIT = 64;

/**
 * Numbers distinct sequences of 32-bit integers in the order in which they first come: 0, 1, 2 …
 *
 * The sequences stand one after the other in {@link items}, so that they can become the columns of a table as they are. Looking
 * one up costs one pass over it and makes no objects.
 */
export class SequenceTable {
  #length = 0;
  #items: Int32Array;
  #start: Uint32Array;
  #hashes: Int32Array;
  /** Open addressing; a slot holds the number of a sequence plus 1, and 0 while it is free. */
  #slots: Int32Array;
  #overflow: Map<string, number> | undefined;

  /** The expected sizes spare growing; they are no limits. */
  constructor(expectedSequences: number, expectedItems: number) {
    this.#items = new Int32Array(Math.max(16, expectedItems));
    this.#start = new Uint32Array(Math.max(16, expectedSequences) + 1);
    this.#hashes = new Int32Array(Math.max(16, expectedSequences));
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, expectedSequences) * 2)));
  }

  get length(): number {
    return this.#length;
  }

  /** All items of all sequences. */
  get items(): Int32Array {
    return trimmed(this.#items, this.#start[this.#length]);
  }

  /** `length + 1` offsets into {@link items}. */
  get start(): Uint32Array {
    return trimmed(this.#start, this.#length + 1);
  }

  /**
   * The number of the sequence `source[from]` to `source[to - 1]`, each item replaced by its entry in `translation` first. Answers
   * -1, and keeps nothing, where one of these entries is negative.
   */
  intern(source: Int32Array, from: number, to: number, translation: Int32Array): number {
    const at = this.#start[this.#length];
    const end = at + (to - from);
    const items = (this.#items = grown(this.#items, end));
    let signs = 0;
    let hash = to - from;
    for (let i = from, target = at; i < to; i++, target++) {
      const item = translation[source[i]];
      items[target] = item;
      signs |= item;
      hash = Math.imul(hash ^ item, 0x5bd1e995);
    }
    return signs < 0 ? -1 : this.#find(end, hash);
  }

  /** The number of a sequence of items that may have any value. */
  internItems(source: readonly number[]): number {
    const at = this.#start[this.#length];
    const end = at + source.length;
    this.#items = grown(this.#items, end);
    let hash = source.length;
    for (let i = 0; i < source.length; i++) {
      const item = source[i] | 0;
      this.#items[at + i] = item;
      hash = Math.imul(hash ^ item, 0x5bd1e995);
    }
    return this.#find(end, hash);
  }

  /** Finds the sequence that stands behind the last one, up to `end`, or makes it the next. */
  #find(end: number, rawHash: number): number {
    const hash = mixed(rawHash);
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let probe = 0; probe < PROBE_LIMIT; probe++, slot = (slot + 1) & mask) {
      const sequence = slots[slot] - 1;
      if (sequence === -1) {
        // A sequence that overflowed may have a free slot since the table has grown.
        const overflowed = this.#overflow?.get(this.#text(this.#start[this.#length], end));
        if (overflowed !== undefined) return overflowed;
        slots[slot] = this.#length + 1;
        return this.#append(end, hash);
      }
      if (this.#hashes[sequence] === hash && this.#isPending(sequence, end)) return sequence;
    }
    return this.#findInOverflow(end, hash);
  }

  #findInOverflow(end: number, hash: number): number {
    const overflow = this.#overflowing();
    const text = this.#text(this.#start[this.#length], end);
    const known = overflow.get(text);
    if (known !== undefined) return known;
    overflow.set(text, this.#length);
    return this.#append(end, hash);
  }

  #append(end: number, hash: number): number {
    const sequence = this.#length++;
    this.#start = grown(this.#start, sequence + 2);
    this.#start[sequence + 1] = end;
    this.#hashes = grown(this.#hashes, sequence + 1);
    this.#hashes[sequence] = hash;
    if (this.#length * 2 > this.#slots.length) this.#rehash();
    return sequence;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (const entry of this.#slots) {
      if (entry === 0) continue;
      let slot = this.#hashes[entry - 1] & mask;
      let probe = 0;
      for (; probe < PROBE_LIMIT && slots[slot] !== 0; probe++) slot = (slot + 1) & mask;
      if (probe < PROBE_LIMIT) slots[slot] = entry;
      else this.#overflowing().set(this.#text(this.#start[entry - 1], this.#start[entry]), entry - 1);
    }
    this.#slots = slots;
  }

  #isPending(sequence: number, end: number): boolean {
    const items = this.#items;
    const pending = this.#start[this.#length];
    const from = this.#start[sequence];
    const size = end - pending;
    if (this.#start[sequence + 1] - from !== size) return false;
    for (let i = 0; i < size; i++) if (items[from + i] !== items[pending + i]) return false;
    return true;
  }

  #overflowing(): Map<string, number> {
    return (this.#overflow ??= new Map());
  }

  #text(from: number, end: number): string {
    return this.#items.subarray(from, end).join();
  }
}

/** Spreads the bits of a hash, so that the low ones depend on all. */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
