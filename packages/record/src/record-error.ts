/**
 * What went wrong:
 * - `no-repository`: the folder is in no git repository, or git is missing
 * - `unknown-ref`: the base names no commit; `shallow-clone`: perhaps because only a part of the history is there
 * - `no-place`: the command has no `{profile}`, so it cannot know where to write
 * - `output-exists`: the output folder holds runs already
 * - `command-failed`: the command, or a setup command, ended with an error or could not be started
 * - `no-profile`: the command ended well and wrote nothing that is a profile; `empty-profile`: a profile without samples
 * - `disk-full`: there is no space left
 * - `git-failed`: git failed at something that usually works
 * - `aborted`: the caller's signal
 */
export type RecordErrorCode =
  | 'no-repository'
  | 'unknown-ref'
  | 'shallow-clone'
  | 'no-place'
  | 'output-exists'
  | 'command-failed'
  | 'no-profile'
  | 'empty-profile'
  | 'disk-full'
  | 'git-failed'
  | 'aborted';

/** The one error this package throws. Test for it with {@link isRecordError}, which also works across two copies of the package. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly code: RecordErrorCode;
  /** The last lines that the command printed, where it was a command that failed. */
  readonly output: readonly string[];

  constructor(
    code: RecordErrorCode,
    message: string,
    { output = [], cause }: { output?: readonly string[]; cause?: unknown } = {},
  ) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.output = output;
  }
}

/** Whether `error` is a {@link RecordError}, of whichever copy of this package. */
export function isRecordError(error: unknown): error is RecordError {
  return error instanceof Error && error.name === 'RecordError' && 'code' in error;
}
