import { ProfileError } from '../profile-error.ts';
import type { ProfileErrorCode } from '../profile-error.ts';
import { decodeUtf8 } from '../wire/utf8.ts';
import type { ImportContext } from './import-context.ts';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const LONGEST_LINE = 2 ** 28;

/** Walks through the lines of a text, one decoded at a time. A line ends in LF, CR LF or with the text. */
export class TextLines {
  readonly #bytes: Uint8Array;
  #next: number;
  /** The current line without its end; `''` before the first and after the last one. */
  text = '';
  /** Number of the current line, 1-based. */
  number = 0;
  /** Byte offset at which the current line begins. */
  offset: number;

  /** Begins at the byte `from`; a byte order mark before the first line is passed over. */
  constructor(bytes: Uint8Array, from = startOfText(bytes)) {
    this.#bytes = bytes;
    this.#next = from;
    this.offset = from;
  }

  /** Moves to the next line; false where there is none. */
  next(): boolean {
    const bytes = this.#bytes;
    const start = this.#next;
    this.text = '';
    if (start >= bytes.length) return false;
    const newline = bytes.indexOf(NEWLINE, start);
    let end = newline === -1 ? bytes.length : newline;
    this.#next = end + 1;
    this.number++;
    this.offset = start;
    if (end - start > LONGEST_LINE) throw this.error('too-large', 'a line this long is no line of a profile');
    if (end > start && bytes[end - 1] === CARRIAGE_RETURN) end--;
    this.text = decodeUtf8(bytes.subarray(start, end));
    return true;
  }

  /** The error for a fault in the current line. */
  error(code: ProfileErrorCode, message: string): ProfileError {
    return new ProfileError(code, this.#placed(message), this.offset);
  }

  /** A fault in the current line that leaving the line out would mend. */
  skip({ repairs }: ImportContext, message: string): void {
    repairs.fault(message, 'malformed', this.#placed(message), 'the line is left out', this.offset);
  }

  #placed(message: string): string {
    return `line ${this.number}: ${message}`;
  }
}

/** Where text begins: behind the byte order mark, if there is one. */
export function startOfText(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
