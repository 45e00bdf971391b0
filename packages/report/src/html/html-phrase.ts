import { escapeHtml } from '../escape/escape-html.ts';
import type { Phrase } from '../words/phrase.ts';

/** A sentence in HTML. */
export function htmlPhrase(phrase: Phrase): string {
  return phrase
    .map((part) => {
      if (typeof part === 'string') return escapeHtml(part);
      return 'code' in part ? `<code>${escapeHtml(part.code)}</code>` : escapeHtml(part.text);
    })
    .join('');
}
