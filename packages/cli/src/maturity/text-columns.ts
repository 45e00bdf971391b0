/** Letters that take two columns: those of Chinese, Japanese and Korean, with their punctuation. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;
/** A wide letter may end a line, unless it is punctuation that belongs to what stands before it. */
const PIECES = new RegExp(`${WIDE.source}[、。」)・]*|(?:(?!${WIDE.source})\\S)+|\\s+`, 'g');

/** Columns that a text takes in a terminal. */
export function columnsOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Fills a text with blanks up to some columns. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Breaks a text at its blanks, and between letters that need none; a word longer than a line stands alone. */
export function wrapColumns(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.trim().match(PIECES) ?? []) {
    if (columnsOf(line) + columnsOf(piece.trimEnd()) <= columns || line.trim() === '') line += piece;
    else {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    }
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Where a line of a query may end; the last third of a line is searched for it. */
const QUERY_BREAK = /[\s,;|&(){}\]=]/;

/** Breaks a query into full lines: at a sign where one is near the end, and within a word otherwise. */
export function wrapQuery(query: string, columns: number): string[] {
  const lines: string[] = [];
  let rest = query.trim();
  while (rest.length > columns) {
    let end = columns;
    while (end > (columns * 2) / 3 && !QUERY_BREAK.test(rest[end - 1])) end--;
    if (!QUERY_BREAK.test(rest[end - 1])) end = columns;
    lines.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return [...lines, rest];
}
