/** An SLO as a file defines it. */
export interface WrittenSlo {
  readonly path: string;
  readonly name: string;
  /** The service it is for. */
  readonly service: string;
  /** What is not in order; empty for a valid one. */
  readonly faults: readonly string[];
}
