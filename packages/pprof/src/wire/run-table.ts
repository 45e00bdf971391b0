const EMPTY = -1;
/** Input made so that everything hashes alike is not searched for ever longer. */
const MAX_PROBES = 64;
const GUESSES = 1024;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Distinct runs of bytes in one buffer, each with a number that the caller gave it. Found by open addressing. */
export class RunTable {
  readonly #bytes: Uint8Array;
  /** Places of the runs: index into the four columns, or EMPTY. */
  #slots = new Int32Array(1024).fill(EMPTY);
  /** The run found last for each guess. */
  readonly #guesses = new Int32Array(GUESSES).fill(EMPTY);
  readonly #start: number[] = [];
  readonly #end: number[] = [];
  readonly #hash: number[] = [];
  readonly #value: number[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** The number of an equal run, or -1. */
  find(start: number, end: number): number {
    const bytes = this.#bytes;
    // Runs differ mostly in their last bytes, and most are one of a few: a guess from three bytes is right nearly always.
    const guess = (bytes[end - 1] ^ (bytes[end - 2] << 2) ^ (bytes[end - 3] << 4)) & (GUESSES - 1);
    const guessed = this.#guesses[guess];
    if (guessed !== EMPTY && sameBytes(bytes, this.#start[guessed], this.#end[guessed], start, end)) return this.#value[guessed];
    const run = this.#search(start, end);
    if (run === EMPTY) return -1;
    this.#guesses[guess] = run;
    return this.#value[run];
  }

  #search(start: number, end: number): number {
    const bytes = this.#bytes;
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = hashOf(bytes, start, end);
    let slot = spread(hash) & mask;
    for (let probes = 0; probes < MAX_PROBES; probes++) {
      const run = slots[slot];
      if (run === EMPTY) return EMPTY;
      if (this.#hash[run] === hash && sameBytes(bytes, this.#start[run], this.#end[run], start, end)) return run;
      slot = (slot + 1) & mask;
    }
    return EMPTY;
  }

  /** Adds a run that {@link find} does not find. */
  add(start: number, end: number, value: number): void {
    const hash = hashOf(this.#bytes, start, end);
    const run = this.#hash.length;
    this.#start.push(start);
    this.#end.push(end);
    this.#hash.push(hash);
    this.#value.push(value);
    this.#place(run);
    if (this.#hash.length * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
      for (let known = 0; known <= run; known++) this.#place(known);
    }
  }

  #place(run: number): void {
    const mask = this.#slots.length - 1;
    let slot = spread(this.#hash[run]) & mask;
    for (let probes = 0; probes < MAX_PROBES; probes++) {
      if (this.#slots[slot] === EMPTY) {
        this.#slots[slot] = run;
        return;
      }
      slot = (slot + 1) & mask;
    }
  }
}

/** FNV-1a. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ bytes[i], FNV_PRIME);
  return hash;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function sameBytes(bytes: Uint8Array, startA: number, endA: number, startB: number, endB: number): boolean {
  if (endA - startA !== endB - startB) return false;
  for (let i = startA, j = startB; i < endA; i++, j++) {
    if (bytes[i] !== bytes[j]) return false;
  }
  return true;
}
