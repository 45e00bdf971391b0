/**
 * What went wrong, and whose it is to mend:
 * - `input`: an input of the action
 * - `config`: `.flamestep.yaml`
 * - `profile`: a profile that cannot be read, or profiles that cannot be compared
 * - `event`: an event in which the action does not run
 * - `recording`: the command that records did not
 */
export type ActionErrorCode = 'input' | 'config' | 'profile' | 'event' | 'recording';

/** Where an annotation about an error stands. */
export interface ErrorPlace {
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
}

/** A fault that the user can mend: the step fails with one annotation, its message, and nothing is posted. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
  readonly code: ActionErrorCode;
  readonly place: ErrorPlace | undefined;

  constructor(code: ActionErrorCode, message: string, options: { place?: ErrorPlace; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.place = options.place;
  }
}

/** Whether `error` is an {@link ActionError}. */
export function isActionError(error: unknown): error is ActionError {
  return error instanceof Error && error.name === 'ActionError' && 'code' in error;
}
