const FIRST_CAPACITY = 256;

/**
 * Numbers pairs of integers 0, 1, 2 … in the order in which they are first asked for. A hash table over typed arrays: profiles name
 * millions of calls, and a `Map` with a key made for each would take longer than all else.
 */
export class PairTable {
  length = 0;
  first = new Int32Array(FIRST_CAPACITY);
  second = new Int32Array(FIRST_CAPACITY);
  /** Number of the pair + 1 by hash; a power of two long, and twice as long as the columns. */
  #slots = new Int32Array(2 * FIRST_CAPACITY);

  /** The number of the pair, which is added where it is new. */
  find(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(first, second) & mask;
    for (let entry = this.#slots[slot]; entry !== 0; entry = this.#slots[slot]) {
      if (this.first[entry - 1] === first && this.second[entry - 1] === second) return entry - 1;
      slot = (slot + 1) & mask;
    }
    if (this.length === this.first.length) {
      this.#grow();
      return this.find(first, second);
    }
    const pair = this.length++;
    this.first[pair] = first;
    this.second[pair] = second;
    this.#slots[slot] = pair + 1;
    return pair;
  }

  #grow(): void {
    const { first, second } = this;
    this.first = new Int32Array(this.length * 2);
    this.first.set(first);
    this.second = new Int32Array(this.length * 2);
    this.second.set(second);
    this.#slots = new Int32Array(this.length * 4);
    const mask = this.#slots.length - 1;
    for (let pair = 0; pair < this.length; pair++) {
      let slot = hash(first[pair], second[pair]) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = pair + 1;
    }
  }
}

function hash(first: number, second: number): number {
  const mixed = Math.imul(first + 1, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
