const INDENT = 2;
const LEFT = 26;
const WIDTH = 100;

/** Lines of a list with a term and its explanation; long explanations go on below themselves. */
export function twoColumns(rows: readonly (readonly [term: string, meaning: string])[]): string[] {
  const indent = ' '.repeat(INDENT + LEFT);
  return rows.flatMap(([term, meaning]) => {
    const [first, ...others] = wrap(meaning, WIDTH - INDENT - LEFT);
    const head = `${' '.repeat(INDENT)}${term}`;
    const rest = others.map((line) => indent + line);
    return head.length < indent.length ? [head.padEnd(indent.length) + first, ...rest] : [head, indent + first, ...rest];
  });
}

function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    if (lines[last] === '') lines[last] = word;
    else if (lines[last].length + 1 + word.length <= width) lines[last] += ` ${word}`;
    else lines.push(word);
  }
  return lines;
}
