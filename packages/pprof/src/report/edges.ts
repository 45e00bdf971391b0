import { PairTable } from '../pair-table.ts';

/** Calls between nodes, each pair of caller and callee once. */
export interface Edges {
  readonly length: number;
  readonly caller: Int32Array;
  readonly callee: Int32Array;
  readonly weight: Float64Array;
  /** 1 where the call was inlined wherever it was seen. */
  readonly isInline: Uint8Array;
}

/** The edges for which the test holds. */
export function filterEdges(edges: Edges, test: (edge: number) => boolean): Edges {
  const kept = Array.from({ length: edges.length }, (_, edge) => edge).filter(test);
  return {
    length: kept.length,
    caller: Int32Array.from(kept, (edge) => edges.caller[edge]),
    callee: Int32Array.from(kept, (edge) => edges.callee[edge]),
    weight: Float64Array.from(kept, (edge) => edges.weight[edge]),
    isInline: Uint8Array.from(kept, (edge) => edges.isInline[edge]),
  };
}

/** Edges under construction. A stack counts once for an edge. */
export class EdgeCounter {
  readonly #pairs = new PairTable();
  #weight = new Float64Array(0);
  #isInline = new Uint8Array(0);
  /** The last stack that was counted; -1 for none. */
  #lastStack = new Int32Array(0);

  /** The number of an edge, which need not exist yet. */
  find(caller: number, callee: number): number {
    const edge = this.#pairs.find(caller, callee);
    if (edge >= this.#weight.length) this.#grow(this.#pairs.first.length);
    return edge;
  }

  count(edge: number, stack: number, weight: number, isInline: number): void {
    if (this.#lastStack[edge] === stack) return;
    this.#lastStack[edge] = stack;
    this.#weight[edge] += weight;
    if (isInline === 0) this.#isInline[edge] = 0;
  }

  /** The edges that some stack was counted for. */
  edges(): Edges {
    const { length, first: caller, second: callee } = this.#pairs;
    const all = { length, caller, callee, weight: this.#weight, isInline: this.#isInline };
    return filterEdges(all, (edge) => this.#lastStack[edge] >= 0);
  }

  #grow(capacity: number): void {
    const [weight, isInline, lastStack] = [this.#weight, this.#isInline, this.#lastStack];
    this.#weight = new Float64Array(capacity);
    this.#weight.set(weight);
    this.#isInline = new Uint8Array(capacity).fill(1);
    this.#isInline.set(isInline);
    this.#lastStack = new Int32Array(capacity).fill(-1);
    this.#lastStack.set(lastStack);
  }
}
