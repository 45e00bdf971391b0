import { matchWildcards, type WildcardRules } from './match-wildcards.ts';

/** `…` is where a report shortens a long name. */
const RULES: WildcardRules<string, string> = {
  isAny: (part) => part === '*' || part === '…',
  matches: (part, character) => part === character,
};

/**
 * Whether a function's name is what a pattern says: the name itself, as reports show it, with `*` for any text. A name that holds a star
 * (`(*Decoder).Decode`) matches itself, because a star is text too.
 */
export function matchesName(pattern: string, name: string): boolean {
  return pattern === name || matchWildcards(pattern, name, RULES);
}
