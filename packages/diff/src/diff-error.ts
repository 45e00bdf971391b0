/**
 * What went wrong:
 * - `no-runs`: a side has no profile
 * - `no-common-type`: the sides share no sample type, or lack the one asked for
 * - `negative-value`: a profile holds a difference, not a measurement
 * - `bad-option`: an option that makes no sense, or does not fit the runs
 */
export type DiffErrorCode = 'no-runs' | 'no-common-type' | 'negative-value' | 'bad-option';

/** The error of `compare`. Test for it with {@link isDiffError}, which also works across two copies of the package. */
export class DiffError extends Error {
  override readonly name = 'DiffError';
  readonly code: DiffErrorCode;

  constructor(code: DiffErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Whether `error` is a {@link DiffError}, of whichever copy of this package. */
export function isDiffError(error: unknown): error is DiffError {
  return error instanceof Error && error.name === 'DiffError' && 'code' in error;
}
