/** Names are matched in their first so many characters by a regular expression; plain text is looked for in the whole name. */
const REGEX_REACH = 200;

/** What a search looks for. */
export interface NameMatcher {
  /** What is looked for, without the slashes of a regular expression. */
  readonly text: string;
  readonly kind: 'text' | 'regex';
  /** Says why a regular expression was taken as plain text. */
  readonly note: string | undefined;
  /** Whether a function of this name is meant. */
  matches(name: string): boolean;
}

/**
 * Reads what was typed into the search box. Plain text is found anywhere in a name, whatever its case; `/…/` and `/…/i` are regular
 * expressions. One that is invalid, or that could run for ever, is looked for as plain text, and `note` says so.
 * Returns undefined for an empty search.
 */
export function readSearch(typed: string): NameMatcher | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  const slashed = /^\/(.+)\/(i?)$/s.exec(text);
  if (slashed === null) return plainText(text);
  const [, source, flags] = slashed;
  if (mayRunForEver(source))
    return plainText(text, 'a repetition inside a repetition could run for ever, so it is searched as plain text');
  try {
    const regex = new RegExp(source, flags);
    return { text: source, kind: 'regex', note: undefined, matches: (name) => regex.test(name.slice(0, REGEX_REACH)) };
  } catch {
    return plainText(text, 'not a valid regular expression, so it is searched as plain text');
  }
}

function plainText(text: string, note?: string): NameMatcher {
  const wanted = text.toLowerCase();
  return { text, kind: 'text', note, matches: (name) => name.toLowerCase().includes(wanted) };
}

/**
 * Backtracking explodes where a repeated group holds a repetition or a choice, (a+)+ or (a|a)*, where a back-reference is used, and
 * grows with a power of the length for each further unbounded repetition; three of them over a short text are still quick.
 */
function mayRunForEver(source: string): boolean {
  if (/\\[1-9k]/.test(source)) return true;
  const plain = source.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  const groups: boolean[] = [];
  let unbounded = 0;
  for (let i = 0; i < plain.length; i++) {
    const c = plain[i];
    if (c === '(') {
      groups.push(false);
    } else if (c === '|') {
      markOpen(groups);
    } else if (c === ')') {
      const risky = groups.pop() ?? false;
      if (risky && repeatsAt(plain, i + 1)) return true;
      if (risky) markOpen(groups);
    } else if (repeatsAt(plain, i)) {
      unbounded++;
      markOpen(groups);
    }
  }
  return unbounded > 3;
}

function markOpen(groups: boolean[]): void {
  if (groups.length > 0) groups[groups.length - 1] = true;
}

function repeatsAt(source: string, i: number): boolean {
  return source[i] === '*' || source[i] === '+' || /^\{\d+,?\d*\}/.test(source.slice(i, i + 12));
}
