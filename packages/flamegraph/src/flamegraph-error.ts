/** What is wrong with a tree. */
export type FlamegraphErrorCode =
  /** A field is missing or has another type than it must have. */
  | 'invalid-shape'
  /** An index points to a name or node that is not there, or to a node that does not stand before it. */
  | 'dangling-reference'
  /** A value is not finite, or past 2^53, where numbers stop being exact. */
  | 'out-of-range'
  /** The tree has more nodes, levels or text than the limits allow. */
  | 'too-large';

/** Thrown for a tree that cannot be drawn. `path` names the place, such as `nodes.parent[12]`. */
export class FlamegraphError extends Error {
  override readonly name = 'FlamegraphError';
  readonly code: FlamegraphErrorCode;
  readonly path: string;

  constructor(code: FlamegraphErrorCode, path: string, problem: string) {
    super(`${path}: ${problem}`);
    this.code = code;
    this.path = path;
  }
}

/** Tells by shape, so that it also holds for an error made by a second copy of this package. */
export function isFlamegraphError(error: unknown): error is FlamegraphError {
  return error instanceof Error && error.name === 'FlamegraphError' && 'code' in error && 'path' in error;
}
