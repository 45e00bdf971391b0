/** Milliseconds that `left` more runs take, if they are like those that are done; by their median, because the first often builds too. */
export function timeLeft(done: readonly number[], left: number): number | undefined {
  if (done.length === 0) return undefined;
  const sorted = done.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] * left;
}
