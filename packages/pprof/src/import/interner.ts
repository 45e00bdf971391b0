import { ProfileError } from '../profile-error.ts';

/** A `Map` of V8 holds no more than 2^24 entries. */
const MOST_KEYS = 16_000_000;

/** Numbers keys from 0 in the order in which they first appear. */
export class Interner<Key extends string | number | bigint> {
  readonly #numbers = new Map<Key, number>();
  readonly #what: string;
  readonly #limit: number;

  /** `what` names the keys in the error that is thrown past `limit` of them: `too-large`. */
  constructor(what: string, limit = MOST_KEYS) {
    this.#what = what;
    this.#limit = Math.min(limit, MOST_KEYS);
  }

  get length(): number {
    return this.#numbers.size;
  }

  /** The number of `key`; the current {@link length} where the key is new. */
  number(key: Key): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    if (number >= this.#limit) {
      throw new ProfileError('too-large', `the profile has more than ${this.#limit} ${this.#what}; profile for a shorter time`);
    }
    this.#numbers.set(key, number);
    return number;
  }
}
