import type { IndexColumn } from '../../index-column.ts';
import { grown } from '../../wire/growable.ts';

/** After so many occupied slots a sequence goes to the overflow map, whose strings nobody can make collide on purpose. */
const PROBE_LIMIT = 64;
/** Share of the slots that may be occupied. */
const FULLNESS = 0.6;

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
  /**
   * Open addressing. A slot is 0 while it is free; else its low bits, as many as number the slots, hold the number of a sequence
   * plus 1, and the others those bits of its hash that the place of the slot does not tell. Small, because looking up in it is
   * waiting for memory.
   */
  #slots: Int32Array;
  #slotBits: number;
  #overflow: Map<string, number> | undefined;

  /** The expected sizes spare growing; they are no limits. Memory that is expected but not used is never touched. */
  constructor(expectedSequences: number, expectedItems: number) {
    this.#items = new Int32Array(Math.max(16, expectedItems));
    this.#start = new Uint32Array(Math.max(16, expectedSequences) + 1);
    this.#slotBits = Math.ceil(Math.log2(Math.max(16, expectedSequences) / FULLNESS));
    this.#slots = new Int32Array(2 ** this.#slotBits);
  }

  get length(): number {
    return this.#length;
  }

  /** All items of all sequences. */
  get items(): Int32Array {
    return this.#items.subarray(0, this.#start[this.#length]);
  }

  /** `length + 1` offsets into {@link items}. */
  get start(): Uint32Array {
    return this.#start.subarray(0, this.#length + 1);
  }

  /**
   * The number of the sequence `source[from]` to `source[to - 1]`, each item replaced by its entry in `translation` first. Answers
   * -1, and keeps nothing, where one of these entries is negative.
   */
  intern(source: IndexColumn, from: number, to: number, translation: Int32Array): number {
    const at = this.#start[this.#length];
    const end = at + (to - from);
    if (end > this.#items.length) this.#items = grown(this.#items, end);
    const hash = translate(source, from, to, translation, this.#items, at);
    return hash === -1 ? -1 : this.#find(at, end, hash);
  }

  /** The number of a sequence of items that may have any value. */
  internItems(source: readonly number[]): number {
    const at = this.#start[this.#length];
    const end = at + source.length;
    if (end > this.#items.length) this.#items = grown(this.#items, end);
    this.#items.set(source, at);
    return this.#find(at, end, hashItems(this.#items, at, end));
  }

  /** Finds the sequence that stands from `at` to `end`, behind the last one, or makes it the next. */
  #find(at: number, end: number, hash: number): number {
    const slots = this.#slots;
    const bits = this.#slotBits;
    const mask = slots.length - 1;
    const tag = hash >>> bits;
    let slot = hash & mask;
    for (let probe = 0; probe < PROBE_LIMIT; probe++, slot = (slot + 1) & mask) {
      const entry = slots[slot];
      if (entry === 0) {
        // A sequence that overflowed may have a free slot since the table has grown.
        const overflowed = this.#overflow?.get(this.#text(at, end));
        if (overflowed !== undefined) return overflowed;
        slots[slot] = (tag << bits) | (this.#length + 1);
        return this.#append(end);
      }
      const sequence = (entry & mask) - 1;
      if (entry >>> bits === tag && this.#isEqual(sequence, at, end)) return sequence;
    }
    return this.#findInOverflow(at, end);
  }

  #findInOverflow(at: number, end: number): number {
    const overflow = this.#overflowing();
    const text = this.#text(at, end);
    const known = overflow.get(text);
    if (known !== undefined) return known;
    overflow.set(text, this.#length);
    return this.#append(end);
  }

  #append(end: number): number {
    const sequence = this.#length++;
    if (sequence + 2 > this.#start.length) this.#start = grown(this.#start, sequence + 2);
    this.#start[sequence + 1] = end;
    if (this.#length > this.#slots.length * FULLNESS) this.#rehash();
    return sequence;
  }

  #rehash(): void {
    const old = this.#slots;
    const oldMask = old.length - 1;
    const bits = ++this.#slotBits;
    const slots = (this.#slots = new Int32Array(2 ** bits));
    const mask = slots.length - 1;
    for (const entry of old) {
      if (entry === 0) continue;
      const sequence = (entry & oldMask) - 1;
      const hash = hashItems(this.#items, this.#start[sequence], this.#start[sequence + 1]);
      let slot = hash & mask;
      let probe = 0;
      for (; probe < PROBE_LIMIT && slots[slot] !== 0; probe++) slot = (slot + 1) & mask;
      if (probe < PROBE_LIMIT) slots[slot] = ((hash >>> bits) << bits) | (sequence + 1);
      else this.#overflowing().set(this.#text(this.#start[sequence], this.#start[sequence + 1]), sequence);
    }
  }

  #isEqual(sequence: number, at: number, end: number): boolean {
    const items = this.#items;
    const from = this.#start[sequence];
    if (this.#start[sequence + 1] - from !== end - at) return false;
    for (let i = at, other = from; i < end; i++, other++) if (items[i] !== items[other]) return false;
    return true;
  }

  #overflowing(): Map<string, number> {
    return (this.#overflow ??= new Map());
  }

  #text(from: number, end: number): string {
    return this.#items.subarray(from, end).join();
  }
}

const MULTIPLIER = 0x5bd1e995;

/**
 * Writes the translations of items into `target` from `at` on and answers their hash, which is never negative, or -1 where a
 * translation is. A function of its own and this small, so that it is compiled early.
 */
function translate(
  source: IndexColumn,
  from: number,
  to: number,
  translation: Int32Array,
  target: Int32Array,
  at: number,
): number {
  let signs = 0;
  let hash = 0;
  for (let i = from; i < to; i++, at++) {
    const item = translation[source[i]];
    target[at] = item;
    signs |= item;
    hash = Math.imul(hash ^ item, MULTIPLIER);
  }
  return signs < 0 ? -1 : mixed(hash);
}

/** The hash of items as they are. */
function hashItems(items: Int32Array, from: number, to: number): number {
  let hash = 0;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ items[i], MULTIPLIER);
  return mixed(hash);
}

/** Spreads the bits of a hash, so that the low ones depend on all. Never negative. */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
