import { scale } from '../measurement/scale.ts';
import { applyRatio } from './value-format.ts';
import type { ValueFormat } from './value-format.ts';

/**
 * Chooses the unit for all values of a report when `'minimum'` is asked for: the one that reads best for the smallest value, or,
 * where the total is over a hundred times larger and reads best in another, for a hundred times the smallest.
 */
export function outputUnit(format: ValueFormat, nodes: readonly { flat: number; cum: number }[], total: number): string {
  if (format.outputUnit !== 'minimum' || nodes.length === 0) return format.outputUnit;
  let smallest = 0;
  for (const { flat, cum } of nodes) {
    const size = Math.abs(flat === 0 ? cum : flat);
    if (size > 0 && (smallest === 0 || size < smallest)) smallest = size;
  }
  const least = applyRatio(smallest === 0 ? total : smallest, format.ratio);
  const most = applyRatio(total, format.ratio);
  const unitOf = (value: number) => scale(value, format.unit, 'minimum').unit;
  const unit = unitOf(least) !== unitOf(most) && least * 100 < most ? unitOf(least * 100) : unitOf(least);
  return unit === '' ? format.unit : unit;
}
