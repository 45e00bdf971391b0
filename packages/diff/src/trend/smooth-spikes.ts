import { levelOf, median } from './level-of.ts';

/** A value farther than this from the values around it, in spreads of the noise, is a spike. */
const FAR = 4;

/** The noise of a series, from the differences between neighbours: steps between levels hardly count in it. */
export function noiseOf(values: Float64Array): number {
  if (values.length < 2) return 0;
  return levelOf(values.slice(1).map((value, i) => value - values[i])).spread / Math.SQRT2;
}

/** The series with single results (and pairs of them) far off their neighbours put back to the median of the five around them. */
export function smoothSpikes(values: Float64Array): Float64Array {
  const limit = FAR * noiseOf(values);
  return values.map((value, i) => {
    const around = median(values.subarray(Math.max(0, i - 2), i + 3));
    return Math.abs(value - around) > limit ? around : value;
  });
}
