import protobuf from 'protobufjs/minimal.js';
import { ProfileError } from '../profile-error.ts';

/** Wire types of protocol buffers that pprof accepts. */
export const VARINT = 0;
const FIXED64 = 1;
export const LENGTH_DELIMITED = 2;
const FIXED32 = 5;

const MAX_VARINT_BYTES = 10;
const TWO_31 = 2 ** 31;
const TWO_32 = 2 ** 32;

/**
 * protobufjs's reader with what a profile needs beyond it: exact 64-bit numbers without rounding, and errors that name the byte.
 *
 * A message is read with `while (reader.pos < end) { switch (reader.field()) { … } }` and closed with {@link endOfMessage}.
 */
export class WireReader extends protobuf.Reader {
  /** Wire type of the field that {@link field} read last. */
  wireType = 0;
  /** Lower and upper half of the number read last. A typed array, because a field would change its representation at 2^31. */
  readonly #halves = new Uint32Array(2);

  /** Reads the key of a field: sets {@link wireType}, returns the field number. */
  field(): number {
    const key = this.buf[this.pos];
    if (key < 128) {
      this.pos++;
      this.wireType = key & 7;
      if (this.wireType <= LENGTH_DELIMITED || this.wireType === FIXED32) return key >>> 3;
      throw new ProfileError('malformed', `wire type ${this.wireType} does not occur in profiles`, this.pos - 1);
    }
    return this.#longField();
  }

  /** Reads a length and checks that so many bytes are there; returns the position behind them. */
  endOfLength(): number {
    if (this.wireType !== LENGTH_DELIMITED) this.expect(LENGTH_DELIMITED);
    const length = this.#varint();
    const end = this.pos + length;
    if (end > this.len) throw new ProfileError('truncated', `a field of ${length} bytes runs past the end`, this.pos);
    return end;
  }

  /** Checks that a message's last field ended where the message ends. */
  endOfMessage(end: number): void {
    if (this.pos !== end) throw new ProfileError('malformed', 'a field runs past the end of its message', this.pos);
  }

  /** Skips the value of a field that is not known. */
  skipValue(): void {
    if (this.wireType === VARINT) this.#varint();
    else if (this.wireType === LENGTH_DELIMITED) this.pos = this.endOfLength();
    else {
      const end = this.pos + (this.wireType === FIXED64 ? 8 : 4);
      if (end > this.len) throw new ProfileError('truncated', 'the data end in the middle of a number', this.pos);
      this.pos = end;
    }
  }

  expect(wireType: number): void {
    if (this.wireType !== wireType) {
      throw new ProfileError('malformed', `a known field has wire type ${this.wireType} instead of ${wireType}`, this.pos);
    }
  }

  /** Reads a uint64. */
  unsigned(): bigint {
    this.expect(VARINT);
    return this.#bigint(this.#varint());
  }

  /** Reads an int64. */
  signed(): bigint {
    return BigInt.asIntN(64, this.unsigned());
  }

  /** Reads an int64 that must be a safe integer; otherwise `out-of-range`. */
  integer(what: string): number {
    this.expect(VARINT);
    return this.packedInteger(what);
  }

  /** As {@link integer}, inside a packed field. */
  packedInteger(what: string): number {
    const start = this.pos;
    const unsigned = this.#varint();
    if (unsigned <= Number.MAX_SAFE_INTEGER) return unsigned;
    const value = (this.#halves[1] - TWO_32) * TWO_32 + this.#halves[0];
    if (this.#halves[1] < TWO_31 || !Number.isSafeInteger(value)) {
      const exact = BigInt.asIntN(64, this.#bigint(unsigned));
      throw new ProfileError('out-of-range', `${what} ${exact} is past 2^53, which would have to be rounded`, start);
    }
    return value;
  }

  /** Reads a string-table index. A number that can be no index comes out as -1. */
  index(): number {
    this.expect(VARINT);
    return this.packedIndex();
  }

  /** As {@link index}, inside a packed field. */
  packedIndex(): number {
    const index = this.#varint();
    return index < TWO_32 ? index : -1;
  }

  /** Reads a 64-bit id as a key for a Map: a number where it is exact, else a bigint. */
  id(): number | bigint {
    this.expect(VARINT);
    return this.packedId();
  }

  /** As {@link id}, inside a packed field. */
  packedId(): number | bigint {
    const id = this.#varint();
    return id <= Number.MAX_SAFE_INTEGER ? id : this.#bigint(id);
  }

  boolean(): boolean {
    this.expect(VARINT);
    return this.#varint() !== 0;
  }

  #longField(): number {
    const start = this.pos;
    const key = this.#varint();
    this.wireType = (key <= Number.MAX_SAFE_INTEGER ? key : this.#halves[0]) % 8;
    if (this.wireType > LENGTH_DELIMITED && this.wireType !== FIXED32) {
      throw new ProfileError('malformed', `wire type ${this.wireType} does not occur in profiles`, start);
    }
    return Math.floor(key / 8);
  }

  /** The exact value of the number read last, given what {@link #varint} returned for it. */
  #bigint(read: number): bigint {
    if (read <= Number.MAX_SAFE_INTEGER) return BigInt(read);
    return (BigInt(this.#halves[1]) << 32n) | BigInt(this.#halves[0]);
  }

  /** Reads a number as unsigned: exact up to 2^53, rounded beyond, where {@link #halves} holds it exactly. */
  #varint(): number {
    const { buf } = this;
    const first = buf[this.pos];
    if (first < 128) {
      this.pos++;
      return first;
    }
    return this.#longVarint();
  }

  #longVarint(): number {
    const { buf } = this;
    const start = this.pos;
    let low = 0;
    let high = 0;
    for (let i = 0; i < MAX_VARINT_BYTES; i++) {
      if (this.pos >= this.len) throw new ProfileError('truncated', 'the data end in the middle of a number', start);
      const byte = buf[this.pos++];
      const bits = byte & 127;
      // What a tenth byte holds beyond 64 bits is dropped, as pprof does.
      if (i < 4) low |= bits << (7 * i);
      else if (i === 4) {
        low |= bits << 28;
        high = bits >>> 4;
      } else high |= bits << (7 * i - 32);
      if (byte < 128) {
        if (i < 4) return low;
        this.#halves[0] = low;
        this.#halves[1] = high;
        return this.#halves[1] * TWO_32 + this.#halves[0];
      }
    }
    throw new ProfileError('malformed', 'a number is longer than ten bytes', start);
  }
}
