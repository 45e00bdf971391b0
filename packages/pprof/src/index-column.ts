/** Indices into a table, two bytes each where the table is small enough: of a large profile nearly all is such a column. */
export type IndexColumn = Uint16Array | Int32Array;

/** The most entries that a table may have for two-byte indices. */
export const SHORT_TABLE = 2 ** 16;

/** A column of `length` indices into a table of `entries`, all 0. */
export function indexColumn(length: number, entries: number): IndexColumn {
  return entries <= SHORT_TABLE ? new Uint16Array(length) : new Int32Array(length);
}
