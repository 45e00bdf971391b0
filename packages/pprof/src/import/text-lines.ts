import { ProfileError } from '../profile-error.ts';
import type { ProfileErrorCode } from '../profile-error.ts';
import { decodeUtf8, encodeUtf8 } from '../wire/utf8.ts';
import type { ImportContext } from './import-context.ts';

const NEWLINE = 10;
/** Lines are decoded many at a time, because decoding each one by itself takes longer than all the rest. */
const BLOCK = 2 ** 16;
const LONGEST_LINE = 2 ** 28;

/** Walks through the lines of a text. A line ends in LF, CR LF or with the text. */
export class TextLines {
  readonly #bytes: Uint8Array;
  /** Whole lines, decoded, and where they stand in the bytes. */
  #block = '';
  #blockStart: number;
  #blockEnd: number;
  /** Where the current line begins and the next one does, in the block. */
  #start = 0;
  #next = 0;
  /** The current line without its end; `''` before the first and after the last one. */
  text = '';
  /** Number of the current line, 1-based. */
  number = 0;

  /** Begins at the byte `from`; a byte order mark before the first line is passed over. */
  constructor(bytes: Uint8Array, from = startOfText(bytes)) {
    this.#bytes = bytes;
    this.#blockStart = from;
    this.#blockEnd = from;
  }

  /** Byte offset at which the current line begins. */
  get offset(): number {
    return this.#blockStart + encodeUtf8(this.#block.slice(0, this.#start)).length;
  }

  /** Moves to the next line; false where there is none. */
  next(): boolean {
    if (this.#next === this.#block.length && !this.#nextBlock()) {
      this.text = '';
      return false;
    }
    const newline = this.#block.indexOf('\n', this.#next);
    let end = newline === -1 ? this.#block.length : newline;
    this.#start = this.#next;
    this.#next = newline === -1 ? end : end + 1;
    this.number++;
    if (end > this.#start && this.#block[end - 1] === '\r') end--;
    this.text = this.#block.slice(this.#start, end);
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

  #nextBlock(): boolean {
    const bytes = this.#bytes;
    const start = this.#blockEnd;
    if (start >= bytes.length) return false;
    let end = bytes.length;
    if (start + BLOCK < bytes.length) {
      const before = bytes.lastIndexOf(NEWLINE, start + BLOCK - 1);
      const newline = before >= start ? before : bytes.indexOf(NEWLINE, start + BLOCK);
      if (newline !== -1) end = newline + 1;
    }
    if (end - start > LONGEST_LINE) throw new ProfileError('too-large', `line ${this.number + 1} is no line of a profile`, start);
    this.#block = decodeUtf8(bytes.subarray(start, end));
    this.#blockStart = start;
    this.#blockEnd = end;
    this.#start = 0;
    this.#next = 0;
    return true;
  }

  #placed(message: string): string {
    return `line ${this.number}: ${message}`;
  }
}

/** Where text begins: behind the byte order mark, if there is one. */
export function startOfText(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
