/**
 * What went wrong:
 * - `invalid-time`: `now` is not a moment
 * - `wrong-kind`: the model does not judge this kind of service
 * - `unknown-check`: a change names a check that the model does not have
 * - `too-large`: the text is longer than is read
 * - `invalid-manifest`: a model or service file is not in order; `problems` says where
 */
export type MaturityErrorCode = 'invalid-time' | 'wrong-kind' | 'unknown-check' | 'too-large' | 'invalid-manifest';

/** One fault of a file. */
export interface ManifestProblem {
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** Where in the document: `spec.checks[2].step`; empty for the whole. */
  readonly path: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** The one error this package throws. Test for it with {@link isMaturityError}, which also works across two copies of the package. */
export class MaturityError extends Error {
  override readonly name = 'MaturityError';
  readonly code: MaturityErrorCode;
  /** Every fault that was found, in the order of the file; empty unless the code is `invalid-manifest`. */
  readonly problems: readonly ManifestProblem[];

  constructor(code: MaturityErrorCode, message: string, problems: readonly ManifestProblem[] = []) {
    super([message, ...problems.map(({ line, column, path, message }) => `  ${line}:${column} ${path}: ${message}`)].join('\n'));
    this.code = code;
    this.problems = problems;
  }
}

/** Whether `error` is a {@link MaturityError}, of whichever copy of this package. */
export function isMaturityError(error: unknown): error is MaturityError {
  return error instanceof Error && error.name === 'MaturityError' && 'code' in error;
}
