const FIRST_CAPACITY = 256;
/** Pairs made so that all hash alike go into maps, rather than being searched for ever longer. */
const MAX_PROBES = 64;

/**
 * Numbers pairs of integers 0, 1, 2 … in the order in which they are first asked for. A hash table over typed arrays: profiles name
 * millions of calls, and a `Map` with a key made for each would take longer than all else.
 */
export class PairTable {
  length = 0;
  first = new Int32Array(FIRST_CAPACITY);
  second = new Int32Array(FIRST_CAPACITY);
  /** Number of the pair + 1 by hash, 0 elsewhere; a power of two long, and twice as long as the columns. */
  #slots = new Int32Array(2 * FIRST_CAPACITY);
  /** Numbers of the pairs that found no slot. */
  readonly #crowded = new Map<number, Map<number, number>>();

  /** The number of the pair, which is added where it is new. */
  find(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (let probes = 0; probes < MAX_PROBES; probes++) {
      const entry = this.#slots[slot];
      if (entry === 0) return this.#add(first, second);
      if (this.first[entry - 1] === first && this.second[entry - 1] === second) return entry - 1;
      slot = (slot + 1) & mask;
    }
    return this.#crowded.get(first)?.get(second) ?? this.#add(first, second);
  }

  #add(first: number, second: number): number {
    if (this.length === this.first.length) this.#grow();
    const pair = this.length++;
    this.first[pair] = first;
    this.second[pair] = second;
    this.#place(pair);
    return pair;
  }

  #place(pair: number): void {
    const first = this.first[pair];
    const second = this.second[pair];
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (let probes = 0; probes < MAX_PROBES; probes++) {
      if (this.#slots[slot] === 0) {
        this.#slots[slot] = pair + 1;
        return;
      }
      slot = (slot + 1) & mask;
    }
    const numbers = this.#crowded.get(first);
    if (numbers) numbers.set(second, pair);
    else this.#crowded.set(first, new Map([[second, pair]]));
  }

  #grow(): void {
    const { first, second } = this;
    this.first = new Int32Array(this.length * 2);
    this.first.set(first);
    this.second = new Int32Array(this.length * 2);
    this.second.set(second);
    this.#slots = new Int32Array(this.length * 4);
    this.#crowded.clear();
    for (let pair = 0; pair < this.length; pair++) this.#place(pair);
  }
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
