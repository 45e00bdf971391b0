import type { Limits } from '../limits.ts';
import { tooLarge } from '../limits.ts';
import { ProfileError } from '../profile-error.ts';
import { decodeUtf8 } from './utf8.ts';

/** The strings of a profile.proto, decoded when first asked for. */
export class StringTable {
  readonly #bytes: Uint8Array;
  readonly #limits: Limits;
  readonly #offsets: number[] = [];
  readonly #lengths: number[] = [];
  readonly #decoded: (string | undefined)[] = [];

  constructor(bytes: Uint8Array, limits: Limits) {
    this.#bytes = bytes;
    this.#limits = limits;
  }

  get length(): number {
    return this.#offsets.length;
  }

  /** Notes the next entry: `length` bytes from `offset`. */
  add(offset: number, length: number): void {
    if (this.#offsets.length === 0 && length !== 0) {
      throw new ProfileError('malformed', 'the first string of a profile must be empty', offset);
    }
    if (this.#offsets.length >= this.#limits.strings) throw tooLarge('strings', this.#limits.strings, offset);
    if (length > this.#limits.stringBytes) throw tooLarge('stringBytes', this.#limits.stringBytes, offset);
    this.#offsets.push(offset);
    this.#lengths.push(length);
  }

  has(index: number): boolean {
    return index >= 0 && index < this.#offsets.length;
  }

  /** The string at an index that {@link has} confirms. */
  get(index: number): string {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    const offset = this.#offsets[index];
    const text = decodeUtf8(this.#bytes.subarray(offset, offset + this.#lengths[index]));
    this.#decoded[index] = text;
    return text;
  }
}
