import type { ProfileErrorCode } from '../profile-error.ts';
import { ProfileError } from '../profile-error.ts';

/** Something that lenient decoding mended. */
export interface Repair {
  readonly code: ProfileErrorCode;
  /** What was wrong and what was done about it, for the first case. */
  readonly message: string;
  /** How many cases of the kind there were. */
  readonly count: number;
}

/** Where the decoder takes faults that can be mended: strict decoding throws the first, lenient decoding counts them. */
export class Repairs {
  readonly #lenient: boolean;
  readonly #byKind = new Map<string, { code: ProfileErrorCode; message: string; count: number }>();

  constructor(lenient: boolean) {
    this.#lenient = lenient;
  }

  /**
   * `kind` groups like faults; `message` is the fault, `repair` what is done about it, `offset` the byte where there is one.
   * Throws in strict mode.
   */
  fault(kind: string, code: ProfileErrorCode, message: string, repair: string, offset?: number): void {
    if (!this.#lenient) throw new ProfileError(code, message, offset);
    this.note(kind, code, message, repair);
  }

  /** As {@link fault} for what strict decoding lets pass, as pprof does. */
  note(kind: string, code: ProfileErrorCode, message: string, repair: string): void {
    const known = this.#byKind.get(kind);
    if (known) known.count++;
    else if (this.#lenient) this.#byKind.set(kind, { code, message: `${message}: ${repair}`, count: 1 });
  }

  list(): readonly Repair[] {
    return [...this.#byKind.values()];
  }
}
