import { type Comparison, compare, isDiffError, type Trend, type TrendPoint, trend } from '@flamestep/diff';
import type { Profile } from '@flamestep/pprof';

/** Compiled as a consumer would: in ESM, in CommonJS, and for a bundler. */
export function slowest(base: readonly Profile[], head: readonly Profile[]): string {
  try {
    const comparison: Comparison = compare({ base, head, options: { relative: 0.1 } });
    return comparison.profiles.flatMap(({ findings }) => findings.map(({ verdict, name }) => `${verdict} ${name}`)).join();
  } catch (error) {
    if (isDiffError(error) && error.code === 'no-runs') return 'no runs';
    throw error;
  }
}

export function since(points: readonly TrendPoint[]): string | undefined {
  const found: Trend = trend(points, { ratio: 2 });
  return found.worse?.since.commit;
}
