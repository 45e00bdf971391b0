import { terminalText } from '../escape/escape-terminal.ts';
import type { Phrase } from '../words/phrase.ts';

/** A sentence for a terminal. */
export function terminalPhrase(phrase: Phrase): string {
  return phrase
    .map((part) => (typeof part === 'string' ? part : terminalText('code' in part ? part.code : part.text, 400)))
    .join('');
}

/** Breaks a sentence at its blanks; a word longer than a line stands alone. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const one of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + one.length <= width) lines[lines.length - 1] = `${line} ${one}`;
    else lines.push(one);
  }
  return lines;
}
