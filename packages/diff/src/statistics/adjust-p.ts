/**
 * Benjamini-Hochberg: the least false-discovery rate at which each hypothesis is rejected. `weights` say beforehand where changes can be
 * seen best, independent of what was seen; their scale does not matter.
 */
export function adjustP(p: readonly number[], weights: readonly number[]): number[] {
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  const weighted = p.map((each, i) => (each * mean) / weights[i]);
  const order = weighted.map((_, i) => i).sort((a, b) => weighted[b] - weighted[a]);
  const adjusted = new Array<number>(p.length);
  let least = 1;
  order.forEach((i, position) => {
    least = Math.min(least, (weighted[i] * p.length) / (p.length - position));
    adjusted[i] = least;
  });
  return adjusted;
}
