/** How much a function's own cost changed, on the diverging scale: -3 (far less) to 3 (far more), 0 is under half a point. */
export type ChangeLevel = -3 | -2 | -1 | 0 | 1 | 2 | 3;

/** Limits of the levels, in points (hundredths of the whole). */
export const CHANGE_LIMITS = [0.5, 1.5, 3] as const;

export function changeLevel(points: number): ChangeLevel {
  const size = Math.abs(points);
  const steps = size < CHANGE_LIMITS[0] ? 0 : size < CHANGE_LIMITS[1] ? 1 : size < CHANGE_LIMITS[2] ? 2 : 3;
  // Counted up to 3 above, and the sign only turns it.
  return (points < 0 && steps > 0 ? -steps : steps) as ChangeLevel;
}
