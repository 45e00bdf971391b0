/** Too many reports at once. Backstage answers with `statusCode`. */
export class TooManyReportsError extends Error {
  override readonly name = 'TooManyReportsError';
  readonly statusCode = 429;
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super(`too many reports of this repository; try again in ${retryAfterSeconds} s`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
