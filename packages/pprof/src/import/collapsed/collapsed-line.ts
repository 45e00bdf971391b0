/** A line of collapsed stacks: frames, outermost first, and a count. */
export interface CollapsedLine {
  readonly frames: readonly string[];
  readonly count: number;
}

/** Whether a line says nothing: it is blank, or a comment. */
export function isCollapsedComment(line: string): boolean {
  return line.startsWith('#') || line.trim() === '';
}

/** Reads a line; undefined where it does not end in a blank and a whole number. Nothing before that blank is an empty stack. */
export function collapsedLine(line: string): CollapsedLine | undefined {
  let end = line.length;
  while (isBlank(line, end - 1)) end--;
  let start = end;
  while (isDigit(line, start - 1)) start--;
  if (start === end) return undefined;
  if (line[start - 1] === '-') start--;
  if (!isBlank(line, start - 1)) return undefined;
  const stack = line.slice(0, start - 1);
  return { frames: stack === '' ? [] : stack.split(';'), count: Number(line.slice(start, end)) + 0 }; // + 0 makes 0 of -0
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
