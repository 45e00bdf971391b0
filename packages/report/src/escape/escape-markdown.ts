import { normalizeText } from './normalize-text.ts';

/** What begins something in GitHub's markdown: HTML, tables, code, mentions, links, emphasis, emoji, mathematics. */
const ACTIVE = /[&<>"'|`@#_*~[\]()!:\\$^={}]|(?<=www)\./giu;
/** Less than that in prose, which is to be read in an e-mail too: brackets and colons do nothing without the rest. */
const ACTIVE_IN_PROSE = /[&<>"'|`@#_*~[\]\\$^]|(?<=www)\./giu;
/**
 * What GitHub turns into a link, a mention or an emoji after the markdown was read, entities or not. It lets code alone, so such words
 * become code.
 */
const LINKED = /[@#]|:\/\/|www\.|:[^\s:]+:|GH-\d|(?<![\p{L}\p{N}])[0-9a-f]{7,64}(?![\p{L}\p{N}])|\b(?:mailto|xmpp):/iu;

/** Length of names in a comment. */
const NAME_LENGTH = 80;

/** A name from outside as code: no mention, link, emoji, comment or HTML can form in it, also in a table's cell. */
export function markdownCode(text: string, longest: number = NAME_LENGTH): string {
  const shown = normalizeText(text, longest).trim();
  return `<code>${encode(shown === '' ? '(no name)' : shown, ACTIVE)}</code>`;
}

/** A title or sentence from outside as plain text; words that would become links or mentions are code. */
export function markdownText(text: string, longest?: number): string {
  return normalizeText(text, longest)
    .trim()
    .split(/ +/)
    .map((one) => (LINKED.test(one) ? markdownCode(one) : encode(one, ACTIVE_IN_PROSE)))
    .join(' ');
}

/** Lines from outside as a code block. */
export function markdownFence(lines: readonly string[]): string {
  const shown = lines.map((line) => normalizeText(line, 4000));
  const longest = Math.max(2, ...shown.flatMap((line) => (line.match(/`+/g) ?? []).map((run) => run.length)));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${shown.join('\n')}\n${fence}`;
}

/** An https address built by the caller, as the target of a link; undefined for any other. */
export function markdownUrl(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 1000 || !/^https:\/\/[^\s<>()[\]"'`\\|@]+$/u.test(url)) return undefined;
  // Percent codes for what markdown could take for emphasis inside a table's cell, an entity for what could begin one.
  return url.replace(/[*_~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`).replace(/&/g, '&amp;');
}

function encode(text: string, active: RegExp): string {
  // A line must not begin a list, a heading or a rule either; our own text stands before it wherever it is used.
  return text.replace(active, (c) => `&#${c.codePointAt(0)};`);
}
