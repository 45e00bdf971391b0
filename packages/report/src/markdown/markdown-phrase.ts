import { markdownCode, markdownText } from '../escape/escape-markdown.ts';
import type { Phrase } from '../words/phrase.ts';

/** A sentence in markdown. */
export function markdownPhrase(phrase: Phrase): string {
  return phrase
    .map((part) => (typeof part === 'string' ? part : 'code' in part ? markdownCode(part.code) : markdownText(part.text, 300)))
    .join('');
}
