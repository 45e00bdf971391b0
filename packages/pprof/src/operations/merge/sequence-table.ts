import { grown } from '../../wire/growable.ts';

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
  /** Open addressing; a slot holds the number of a sequence plus 1, 0 while it is free, and then the hash of the sequence. */
  #slots: Int32Array;
  #overflow: Map<string, number> | undefined;

  /** The expected sizes spare growing; they are no limits. Memory that is expected but not used is never touched. */
  constructor(expectedSequences: number, expectedItems: number) {
    this.#items = new Int32Array(Math.max(16, expectedItems));
    this.#start = new Uint32Array(Math.max(16, expectedSequences) + 1);
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, expectedSequences) * 2) + 1));
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
  intern(source: Int32Array, from: number, to: number, translation: Int32Array): number {
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
    let hash = 0;
    for (let i = 0; i < source.length; i++) {
      this.#items[at + i] = source[i];
      hash = Math.imul(hash ^ source[i], MULTIPLIER);
    }
    return this.#find(at, end, mixed(hash));
  }

  /** Finds the sequence that stands from `at` to `end`, behind the last one, or makes it the next. */
  #find(at: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (let probe = 0; probe < PROBE_LIMIT; probe++, slot = (slot + 2) & mask) {
      const sequence = slots[slot] - 1;
      if (sequence === -1) {
        // A sequence that overflowed may have a free slot since the table has grown.
        const overflowed = this.#overflow?.get(this.#text(at, end));
        if (overflowed !== undefined) return overflowed;
        slots[slot] = this.#length + 1;
        slots[slot + 1] = hash;
        return this.#append(end);
      }
      if (slots[slot + 1] === hash && this.#isEqual(sequence, at, end)) return sequence;
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
    if (this.#length * 4 > this.#slots.length) this.#rehash();
    return sequence;
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let i = 0; i < old.length; i += 2) {
      if (old[i] === 0) continue;
      let slot = (old[i + 1] << 1) & mask;
      let probe = 0;
      for (; probe < PROBE_LIMIT && slots[slot] !== 0; probe++) slot = (slot + 2) & mask;
      if (probe < PROBE_LIMIT) {
        slots[slot] = old[i];
        slots[slot + 1] = old[i + 1];
      } else {
        const sequence = old[i] - 1;
        this.#overflowing().set(this.#text(this.#start[sequence], this.#start[sequence + 1]), sequence);
      }
    }
    this.#slots = slots;
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
  source: Int32Array,
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

/** Spreads the bits of a hash, so that the low ones depend on all. Never negative. */
function mixed(hash: number): number {
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & 0x7fffffff;
}
