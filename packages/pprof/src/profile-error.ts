/**
 * What went wrong:
 * - `not-a-profile`: the bytes are of no known format, or are empty
 * - `truncated`: the bytes end in the middle of something
 * - `malformed`: the format is known but broken (wrong wire type, bad varint, wrong number of values, a second profile appended)
 * - `dangling-reference`: an id or a string index points nowhere, is 0, or is used twice
 * - `out-of-range`: a number past 2^53, which JavaScript could only round
 * - `too-large`: a limit of the options was reached
 * - `incompatible`: profiles that cannot be combined, or an option that does not fit the profile
 */
export type ProfileErrorCode =
  | 'not-a-profile'
  | 'truncated'
  | 'malformed'
  | 'dangling-reference'
  | 'out-of-range'
  | 'too-large'
  | 'incompatible';

/** The one error this package throws. Test for it with {@link isProfileError}, which also works across two copies of the package. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
  readonly code: ProfileErrorCode;
  /** Byte offset in the inflated input where the fault was found, if it has one. */
  readonly offset: number | undefined;

  constructor(code: ProfileErrorCode, message: string, offset?: number) {
    super(offset === undefined ? message : `${message} (at byte ${offset})`);
    this.code = code;
    this.offset = offset;
  }
}

/** Whether `error` is a {@link ProfileError}, of whichever copy of this package. */
export function isProfileError(error: unknown): error is ProfileError {
  return error instanceof Error && error.name === 'ProfileError' && 'code' in error;
}
