/**
 * What went wrong:
 * - `not-json`: the text is no JSON
 * - `too-large`: more bytes, rows or characters than a report may have
 * - `unknown-version`: a report of a version that this package does not know
 * - `malformed`: a field is missing, unknown, of another type, or out of its bounds
 */
export type ReportErrorCode = 'not-json' | 'too-large' | 'unknown-version' | 'malformed';

/** The one error this package throws. Test for it with {@link isReportError}, which also works across two copies of the package. */
export class ReportError extends Error {
  override readonly name = 'ReportError';
  readonly code: ReportErrorCode;
  /** JSON pointer (RFC 6901) of the value with the fault: `/profiles/0/whole/base`; `''` is the whole report. */
  readonly pointer: string;

  constructor(code: ReportErrorCode, pointer: string, message: string) {
    super(pointer === '' ? message : `${pointer}: ${message}`);
    this.code = code;
    this.pointer = pointer;
  }
}

/** Whether `error` is a {@link ReportError}, of whichever copy of this package. */
export function isReportError(error: unknown): error is ReportError {
  return error instanceof Error && error.name === 'ReportError' && 'code' in error;
}
