/**
 * What went wrong:
 * - `bad-url`: the URL cannot be asked: unknown scheme, a password in it, a parameter that is missing, unknown or unreadable
 * - `bad-credentials`: `FLAMESTEP_HTTP_AUTHORIZATION` cannot be read
 * - `unreachable`: no answer: unknown host, connection refused, TLS, connection lost
 * - `timeout`: the answer took longer than allowed
 * - `aborted`: the caller's signal
 * - `unauthorized`: the server answered 401 or 403
 * - `rate-limited`: the server has answered too often and says so; `retryAfterMs` tells when to ask again, where it does
 * - `status`: the server answered with another error, or redirected where we do not follow
 * - `too-large`: the answer has more bytes than allowed
 * - `bad-answer`: the server answered well, but with something that is not what this kind of server answers
 * - `no-profile`: the server answered well, but with nothing, or with something that holds no profile
 */
export type CollectErrorCode =
  | 'bad-url'
  | 'bad-credentials'
  | 'unreachable'
  | 'timeout'
  | 'aborted'
  | 'unauthorized'
  | 'rate-limited'
  | 'status'
  | 'too-large'
  | 'bad-answer'
  | 'no-profile';

/** What is known of a failure. */
export interface CollectErrorDetails {
  /** What was asked; secrets are taken out of it. */
  readonly url?: string | undefined;
  /** Of HTTP. */
  readonly status?: number | undefined;
  /** How long the server asked to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

/** The one error this package throws. Test for it with {@link isCollectError}, which also works across two copies of the package. */
export class CollectError extends Error {
  override readonly name = 'CollectError';
  readonly code: CollectErrorCode;
  /** What was asked, without passwords and without the values of parameters that may be secrets. */
  readonly url: string | undefined;
  /** Status of the answer, where there was one. */
  readonly status: number | undefined;
  /** How long the server wants to be left alone, where it says so. */
  readonly retryAfterMs: number | undefined;

  constructor(code: CollectErrorCode, message: string, { url, status, retryAfterMs, cause }: CollectErrorDetails = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.url = url;
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Whether `error` is a {@link CollectError}, of whichever copy of this package. */
export function isCollectError(error: unknown): error is CollectError {
  return error instanceof Error && error.name === 'CollectError' && 'code' in error;
}
