/** One bucket of a classic histogram: how many were at most `bound`. */
export interface Bucket {
  readonly bound: number;
  readonly count: number;
}

/**
 * The quantile as Prometheus estimates it: even within a bucket, and the highest finite bound where it lies beyond. `undefined`
 * without events.
 */
export function quantile(
  share: number,
  buckets: readonly Bucket[],
): { readonly value: number; readonly events: number } | undefined {
  const sorted = [...buckets].sort((a, b) => a.bound - b.bound);
  const events = sorted.at(-1)?.count ?? 0;
  if (!(events > 0) || sorted.at(-1)?.bound !== Number.POSITIVE_INFINITY || sorted.length < 2) return undefined;
  const rank = share * events;
  const index = sorted.findIndex(({ count }) => count >= rank);
  if (index < 0 || index === sorted.length - 1) return { value: sorted[sorted.length - 2].bound, events };
  const [lower, below] = index === 0 ? [0, 0] : [sorted[index - 1].bound, sorted[index - 1].count];
  const { bound, count } = sorted[index];
  const value = count === below ? bound : lower + ((bound - lower) * (rank - below)) / (count - below);
  return { value, events };
}
