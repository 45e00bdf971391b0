import { normalizeText } from './normalize-text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text from outside for the content or a quoted attribute of an HTML element. */
export function escapeHtml(text: string, longest?: number): string {
  return normalizeText(text, longest).replace(/[&<>"']/g, (c) => ENTITIES[c]);
}
