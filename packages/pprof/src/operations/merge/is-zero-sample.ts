import type { SampleTable } from '../../profile.ts';

/** Whether all values of a sample are 0. */
export function isZeroSample({ values }: SampleTable, sample: number): boolean {
  for (let column = 0; column < values.length; column++) if (values[column][sample] !== 0) return false;
  return true;
}
