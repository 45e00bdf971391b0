const DAY = 86_400_000;

/** A stretch of time without a result. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Where results are missing: more than four times as long as usual, and at least three days. `times` in ms, oldest first. */
export function findGaps(times: readonly number[], until: number): readonly Gap[] {
  const steps = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length / 2)] ?? DAY;
  const least = Math.max(3 * DAY, 4 * usual);
  const ends = [...times, until];
  return ends.slice(1).flatMap((to, index) => {
    const from = ends[index] ?? to;
    return to - from > least ? [{ from, to }] : [];
  });
}
