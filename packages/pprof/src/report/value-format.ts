import { scaledLabel } from '../measurement/label.ts';

/** How a report writes its values. */
export interface ValueFormat {
  /** Unit the values are in. */
  readonly unit: string;
  /** Unit they are written in; `'minimum'` or `'auto'` for each its own. */
  readonly outputUnit: string;
  /** What to multiply them by; 1 for nothing. */
  readonly ratio: number;
}

/** Writes a value with its unit: `1.10s`. */
export function formatValue(format: ValueFormat, value: number): string {
  return scaledLabel(applyRatio(value, format.ratio), format.unit, format.outputUnit);
}

/** Multiplies, in whole numbers. Ratios below 0 mean nothing and change nothing. */
export function applyRatio(value: number, ratio: number): number {
  return ratio > 0 && ratio !== 1 ? Math.trunc(value * ratio) + 0 : value;
}
