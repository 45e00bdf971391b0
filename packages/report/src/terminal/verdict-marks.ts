const MARKS: Readonly<Record<string, string>> = {
  slower: '▲',
  new: '▲',
  faster: '▼',
  gone: '▼',
  moved: '⇄',
  unchanged: '=',
  inconclusive: '~',
};

/** The shape that goes with a verdict. */
export function markOf(verdict: string): string {
  return MARKS[verdict.replace('indicative ', '')] ?? '?';
}

/** An empty name would leave a hole in a table. */
export function guardName(name: string): string {
  return name.trim() === '' ? '(no name)' : name;
}
