/** A cell; what is not known is empty. */
export type CsvCell = string | number | boolean | undefined;

/** A table as CSV (RFC 4180). No cell can be taken for a formula. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}

function formatCell(value: CsvCell): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  // Spreadsheets run what begins so.
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
