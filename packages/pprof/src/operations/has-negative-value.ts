import type { Profile } from '../profile.ts';

/** Whether any value of any sample is negative. Without one, sums of values and sums of their sizes are the same. */
export function hasNegativeValue({ samples }: Profile): boolean {
  return samples.values.some(columnHasNegativeValue);
}

function columnHasNegativeValue(column: Float64Array): boolean {
  for (let row = 0; row < column.length; row++) if (column[row] < 0) return true;
  return false;
}
