import { formatFixed2 } from './format-number.ts';
import { scale } from './scale.ts';

/** Writes a value in the unit that reads best: `label(2048, 'bytes')` is `'2kB'`. */
export function label(value: number, unit: string): string {
  return scaledLabel(value, unit, 'auto');
}

/**
 * Writes a value in a wanted unit, with at most two decimals and the unit's short name: `scaledLabel(1500, 'ms', 's')` is `'1.50s'`.
 * A value that rounds to 0 has no unit. For the units see {@link scale}.
 */
export function scaledLabel(value: number, fromUnit: string, toUnit: string): string {
  const scaled = scale(value, fromUnit, toUnit);
  const text = formatFixed2(scaled.value).replace(/\.00$/, '');
  return text === '0' || text === '-0' ? '0' : text + scaled.unit;
}
