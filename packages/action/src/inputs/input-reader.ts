import { ActionError } from '../action-error.ts';
import { parseList } from './parse-list.ts';
import { parsePercentage } from './parse-percentage.ts';

/** Gives the text of an input as the workflow wrote it, `''` where it did not. */
export type GetInput = (name: string) => string;

/** Reads inputs of the kinds the action has. Throws `ActionError` `input`, which names the input and says what it takes. */
export class InputReader {
  readonly #get: GetInput;

  constructor(get: GetInput) {
    this.#get = get;
  }

  text(name: string): string | undefined {
    const text = this.#get(name).trim();
    return text === '' ? undefined : text;
  }

  list(name: string): readonly string[] {
    return parseList(this.#get(name));
  }

  /** One entry a line; commas may be part of it. */
  lines(name: string): readonly string[] {
    return this.#get(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  word<Word extends string>(name: string, words: readonly [Word, ...Word[]]): Word {
    const text = this.text(name) ?? words[0];
    const word = words.find((one) => one === text);
    if (word === undefined) throw this.#wrong(name, text, `is one of ${words.join(', ')}`);
    return word;
  }

  percentage(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = parsePercentage(text);
    if (value === undefined) throw this.#wrong(name, text, 'takes a percentage, such as 10%');
    return value;
  }

  count(name: string, most: number): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
    if (value < 1 || value > most) throw this.#wrong(name, text, `takes a number from 1 to ${most}`);
    return value;
  }

  /** An address without a slash at its end. */
  url(name: string): string | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const url = URL.parse(text);
    const isLocal = url?.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
    if (url === null || !(url.protocol === 'https:' || isLocal) || url.username !== '' || url.password !== '') {
      throw this.#wrong(name, text, 'takes an https address without user and password');
    }
    return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
  }

  #wrong(name: string, text: string, takes: string): ActionError {
    return new ActionError('input', `The input '${name}' ${takes}; it is '${text.slice(0, 100)}'.`);
  }
}
