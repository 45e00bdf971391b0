const MAX_CHARACTERS = 16 * 1024;
const MAX_LINES = 20;

/** Keeps the end of what a program prints. */
export class LastLines {
  #text = '';

  add(text: string): void {
    this.#text = (this.#text + text).slice(-MAX_CHARACTERS);
  }

  /** At most 20 lines, without empty ones at the end and without control characters. */
  lines(): string[] {
    const plain = this.#text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]+/g, ' ').trimEnd();
    return plain === '' ? [] : plain.split('\n').slice(-MAX_LINES);
  }
}
