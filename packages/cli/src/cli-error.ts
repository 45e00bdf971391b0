/** Why a command stopped. `usage`: the command line is wrong; `input`: a file is; `output`: the result cannot be written. */
export type CliErrorCode = 'usage' | 'input' | 'output';

/** An error that the user can act on: one plain line, no stack trace, exit code 2. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: CliErrorCode;

  constructor(code: CliErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
