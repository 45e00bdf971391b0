import type { Repairs } from './repairs.ts';

/** Ids of a table in file order, and where each one stands. */
export class IdTable {
  readonly length: number;
  /** Whether the ids are 1, 2, 3 … as most producers number them; then the index is the id minus 1. */
  readonly isSequential: boolean;
  readonly #dense: Int32Array | undefined;
  readonly #sparse = new Map<number | bigint, number>();

  /** `what` names the table in messages. An id 0 or one that stands twice is a fault. */
  constructor(ids: readonly (number | bigint)[], what: string, repairs: Repairs) {
    this.length = ids.length;
    this.isSequential = ids.every((id, index) => id === index + 1);
    if (this.isSequential) return;
    const denseSize = ids.length * 4 + 1024;
    const dense = new Int32Array(denseSize).fill(-1);
    this.#dense = dense;
    for (let index = 0; index < ids.length; index++) {
      const id = ids[index];
      if (id === 0)
        repairs.fault(`${what} id 0`, 'dangling-reference', `a ${what} has the reserved id 0`, 'taken as an ordinary id');
      if (this.indexOf(id) !== -1) {
        repairs.fault(`${what} id twice`, 'dangling-reference', `two ${what}s have the id ${id}`, 'the first is used');
      } else if (typeof id === 'number' && id < denseSize) dense[id] = index;
      else this.#sparse.set(id, index);
    }
  }

  /** Index of `id`, or -1. */
  indexOf(id: number | bigint): number {
    if (this.isSequential) return typeof id === 'number' && id >= 1 && id <= this.length ? id - 1 : -1;
    const dense = this.#dense;
    if (dense && typeof id === 'number' && id < dense.length) return dense[id];
    return this.#sparse.get(id) ?? -1;
  }
}

/** Ids as a column, for display. */
export function idColumn(ids: readonly (number | bigint)[]): BigUint64Array {
  return BigUint64Array.from(ids, (id) => BigInt(id));
}
