/** How a binary profile stores numbers. */
export interface WordForm {
  /** Bytes of a word. */
  readonly size: 4 | 8;
  readonly isLittleEndian: boolean;
}

/** Reads unsigned machine words one after the other. */
export class WordReader {
  readonly #view: DataView;
  readonly #form: WordForm;
  /** Byte offset of the next word. */
  offset = 0;

  constructor(bytes: Uint8Array, form: WordForm) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#form = form;
  }

  /** Number of whole words that are left. */
  get left(): number {
    return Math.floor((this.#view.byteLength - this.offset) / this.#form.size);
  }

  /** The next word. The caller has looked at {@link left}. */
  next(): bigint {
    const { size, isLittleEndian } = this.#form;
    const at = this.offset;
    this.offset += size;
    return size === 8 ? this.#view.getBigUint64(at, isLittleEndian) : BigInt(this.#view.getUint32(at, isLittleEndian));
  }
}
