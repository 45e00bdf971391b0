import type { SampleTable } from '../profile.ts';

/** 1 for each sample that has a value other than 0. Columns are looked at only until every sample has one. */
export function markSamplesWithValue({ length, values }: SampleTable): Uint8Array {
  const marks = new Uint8Array(length);
  let found = 0;
  for (let column = 0; column < values.length && found < length; column++) found += mark(values[column], marks);
  return marks;
}

function mark(column: Float64Array, marks: Uint8Array): number {
  let found = 0;
  for (let row = 0; row < column.length; row++) {
    if (column[row] === 0 || marks[row] === 1) continue;
    marks[row] = 1;
    found++;
  }
  return found;
}
