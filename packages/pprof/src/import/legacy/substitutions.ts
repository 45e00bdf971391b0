import { ProfileError } from '../../profile-error.ts';

const MOST_NAMES = 1000;
const LONGEST_NAME = 256;
const LONGEST_RESULT = 2 ** 20;

interface Letter {
  readonly next: Map<string, Letter>;
  name?: { readonly value: string; readonly order: number };
}

/**
 * Variables of a memory map: after `build=/path`, `$build` in later lines stands for `/path`. Of several names that fit, the one
 * defined first wins.
 *
 * A value may itself come from variables, so a few lines could grow without bound; hence the limits, far above any real map.
 */
export class Substitutions {
  readonly #letters: Letter = { next: new Map() };
  #count = 0;

  /** Defines `$name`. A name with `$` in it, or one that is defined already, changes nothing. */
  define(name: string, value: string): void {
    if (name.includes('$') || name.length > LONGEST_NAME) return;
    if (this.#count >= MOST_NAMES)
      throw new ProfileError('too-large', `the memory map defines more than ${MOST_NAMES} variables`);
    let letter = this.#letters;
    for (const character of name) {
      let next = letter.next.get(character);
      if (!next) letter.next.set(character, (next = { next: new Map() }));
      letter = next;
    }
    letter.name ??= { value, order: this.#count++ };
  }

  apply(line: string): string {
    let from = line.indexOf('$');
    if (from === -1 || this.#count === 0) return line;
    let result = line.slice(0, from);
    while (from !== -1) {
      const { value, end } = this.#find(line, from);
      const next = line.indexOf('$', end);
      result += value + line.slice(end, next === -1 ? line.length : next);
      if (result.length > LONGEST_RESULT)
        throw new ProfileError('too-large', 'a line of the memory map grows too long by its variables');
      from = next;
    }
    return result;
  }

  /** What stands for the `$` at `from` and the text behind it, and where the line goes on. */
  #find(line: string, from: number): { value: string; end: number } {
    let found = { value: '$', end: from + 1, order: Number.POSITIVE_INFINITY };
    let at = from + 1;
    for (let letter: Letter | undefined = this.#letters; letter; ) {
      if (letter.name && letter.name.order < found.order) found = { ...letter.name, end: at };
      const character = String.fromCodePoint(line.codePointAt(at) ?? 0);
      letter = at < line.length ? letter.next.get(character) : undefined;
      at += character.length;
    }
    return found;
  }
}
