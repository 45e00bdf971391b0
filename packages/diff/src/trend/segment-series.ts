import { noiseOf } from './smooth-spikes.ts';

/** Results a stretch must have: two that differ from all others may still be an accident. */
export const SHORTEST_STRETCH = 3;
/** What a further stretch must save, in variances of the noise times the logarithm of the length. */
const PENALTY = 3;

/**
 * Cuts a series into stretches of one level each, so that the squares of the residuals, with a penalty for each stretch, are least
 * (optimal partitioning, Jackson et al. 2005). Returns where stretches begin, 0 first. The time grows with the square of the length.
 */
export function segmentSeries(values: Float64Array): number[] {
  const { length } = values;
  if (length < 2 * SHORTEST_STRETCH) return [0];
  const noise = noiseOf(values);
  const unit = noise > 0 ? noise : 1e-6 * (values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b)));
  if (unit === 0) return [0];

  // Prefix sums of the values and their squares give the cost of any stretch at once.
  const sums = new Float64Array(length + 1);
  const squares = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) {
    const value = (values[i] - values[0]) / unit;
    sums[i + 1] = sums[i] + value;
    squares[i + 1] = squares[i] + value * value;
  }
  const penalty = PENALTY * Math.log(length);
  const best = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  const begin = new Int32Array(length + 1);
  best[0] = -penalty;
  for (let end = SHORTEST_STRETCH; end <= length; end++) {
    for (let start = 0; start <= end - SHORTEST_STRETCH; start++) {
      const sum = sums[end] - sums[start];
      const cost = best[start] + penalty + squares[end] - squares[start] - (sum * sum) / (end - start);
      if (cost < best[end]) {
        best[end] = cost;
        begin[end] = start;
      }
    }
  }
  const starts: number[] = [];
  for (let end = length; end > 0; end = begin[end]) starts.unshift(begin[end]);
  return starts;
}
