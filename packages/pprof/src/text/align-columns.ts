import { countCharacters } from './pad-left.ts';

/**
 * Aligns cells that end in a tab to the right, one space between columns at least. A column is as wide as the widest of its cells
 * in neighbouring lines; the text after the last tab of a line is no cell and stays as it is. Equal to Go's
 * `tabwriter.NewWriter(w, 0, 0, 1, ' ', tabwriter.AlignRight)`.
 */
export function alignColumns(text: string): string {
  // A form feed ends the line and all columns, a vertical tab ends a cell; both can stand in labels.
  return text.split('\f').map(alignSection).join('\n');
}

function alignSection(text: string): string {
  const lines = text.split('\n').map((line) => line.split(/[\t\v]/));
  const widths = lines.map((): number[] => []);
  const columns = Math.max(...lines.map((cells) => cells.length)) - 1;
  for (let column = 0; column < columns; column++) {
    for (let first = 0; first < lines.length; first++) {
      let width = 0;
      let end = first;
      for (; end < lines.length && lines[end]!.length - 1 > column; end++) {
        width = Math.max(width, countCharacters(lines[end]![column]!) + 1);
      }
      for (let line = first; line < end; line++) widths[line]![column] = width;
      if (end > first) first = end;
    }
  }
  return lines
    .map((cells, line) =>
      cells.map((cell, i) => ' '.repeat(Math.max(0, (widths[line]![i] ?? 0) - countCharacters(cell))) + cell).join(''),
    )
    .join('\n');
}
