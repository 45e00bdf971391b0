/**
 * The words of a command that was written as one text: separated by blanks, quotes of either kind keep words together. A backslash is
 * itself, as paths of Windows need it. `undefined` where a quote is not closed.
 */
export function splitWords(text: string): string[] | undefined {
  const words: string[] = [];
  for (const [, word] of text.matchAll(/((?:"[^"]*"|'[^']*'|[^\s"'])+)|["']/g)) {
    if (word === undefined) return undefined;
    words.push(word.replace(/"([^"]*)"|'([^']*)'/g, (_, double?: string, single?: string) => double ?? single ?? ''));
  }
  return words;
}
