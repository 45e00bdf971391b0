import type { ChangePoint } from '@flamestep/diff';
import type { Line, StoredPoint } from './line.ts';

/** Part of a change that others must balance. */
const BALANCED = 0.8;

/**
 * Whether a function only got what vanished from its file, or lost what appeared there: one was renamed, split or joined with it at that
 * change, and the cost of both together is as it was. Closures are numbered anew (`Decode.func1`) whenever another is put before them.
 */
export function isMoved(
  { hash, file }: NonNullable<Line['function']>,
  { time, before, after }: Pick<ChangePoint, 'time' | 'before' | 'after'>,
  lines: readonly Line[],
): boolean {
  const rise = after.level - before.level;
  let appeared = 0;
  for (const line of lines) {
    if (line.function === undefined || line.function.hash === hash || line.function.file !== file) continue;
    const older = line.points.filter((point) => point.time < time);
    if (older.length > 0 && older.length < line.points.length) continue;
    appeared += older.length === 0 ? meanOf(line.points) : -meanOf(older);
  }
  return rise > 0 ? -appeared >= BALANCED * rise : appeared >= -BALANCED * rise;
}

function meanOf(points: readonly StoredPoint[]): number {
  return points.length === 0 ? 0 : points.reduce((sum, { value }) => sum + value, 0) / points.length;
}
