/**
 * - `signed-out`: the reader's session is over
 * - `not-allowed`: the reader may not see it
 * - `not-found`: there is no such service or report, or nothing of it is known yet
 * - `lost`: the backend does not answer, or failed
 */
export type RequestFailure = 'signed-out' | 'not-allowed' | 'not-found' | 'lost';

/** Why the backend told nothing. */
export class FlamestepRequestError extends Error {
  override readonly name = 'FlamestepRequestError';
  readonly code: RequestFailure;

  constructor(code: RequestFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** The error that an answer other than 2xx stands for. */
  static async of(response: Response): Promise<FlamestepRequestError> {
    await response.body?.cancel();
    if (response.status === 401) return new FlamestepRequestError('signed-out', 'You are not signed in any more.');
    if (response.status === 403) return new FlamestepRequestError('not-allowed', 'You may not read this.');
    if (response.status === 404) return new FlamestepRequestError('not-found', 'Nothing is known of this.');
    return new FlamestepRequestError('lost', `The backend of flamestep answered ${response.status}.`);
  }
}

/** Whether a caught value is a {@link FlamestepRequestError}, also of another copy of this package. */
export function isFlamestepRequestError(error: unknown): error is FlamestepRequestError {
  return error instanceof Error && error.name === 'FlamestepRequestError' && 'code' in error;
}
