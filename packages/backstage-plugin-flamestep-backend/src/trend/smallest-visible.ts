import { trend } from '@flamestep/diff';
import type { StoredPoint } from './line.ts';
import { LEAST_RESULTS } from './trend-constants.ts';

const TRIED = [0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15, 0.2, 0.3, 0.5, 1];
const NEWEST = 7;

/**
 * The smallest rise that would have been found, had it come with the newest seven results, or with half of fewer than fourteen: each
 * of a row of sizes is put into the results that there are, and looked for. Undefined where not even twice the cost would have been seen.
 */
export function smallestVisible(points: readonly StoredPoint[]): number | undefined {
  if (points.length < LEAST_RESULTS) return undefined;
  const start = points.length - Math.min(NEWEST, points.length >> 1);
  const isFound = (size: number) => {
    const raised = points.map((point, index) => (index < start ? point : { ...point, value: point.value * (1 + size) }));
    return trend(raised).changes.some(({ index, times }) => Math.abs(index - start) <= 1 && times > 1);
  };
  let [low, high] = [0, TRIED.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isFound(TRIED[middle])) high = middle;
    else low = middle + 1;
  }
  return TRIED[low];
}
