/** A text as a string of NRQL, quotes included. */
export function escapeNrql(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replace(/[\u0000-\u001f\u007f]/g, ' ')}'`;
}
