import type { Band } from '@flamestep/backstage-plugin-flamestep-common';
import type { Trend } from '@flamestep/diff';
import type { StoredPoint } from './line.ts';

/** The middle 90 % of the results before the last change, single results far off left out. Undefined where there is no usual level. */
export function usualBand(points: readonly StoredPoint[], { usual, segments, outliers }: Trend): Band | undefined {
  if (usual === undefined) return undefined;
  const segment = segments[Math.max(0, segments.length - 2)];
  const off = new Set(outliers);
  const values = points
    .slice(segment.from, segment.to + 1)
    .flatMap(({ value }, index) => (off.has(segment.from + index) ? [] : [value]))
    .sort((a, b) => a - b);
  if (values.length === 0) return { level: usual.level, low: usual.level, high: usual.level };
  return { level: usual.level, low: quantile(values, 0.05), high: quantile(values, 0.95) };
}

/** Of sorted values, between neighbours in proportion. */
function quantile(values: readonly number[], share: number): number {
  const place = (values.length - 1) * share;
  const below = Math.floor(place);
  const above = Math.min(values.length - 1, below + 1);
  return values[below] + (values[above] - values[below]) * (place - below);
}
