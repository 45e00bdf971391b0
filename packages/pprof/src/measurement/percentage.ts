import { formatFixed2, formatGeneral2 } from './format-number.ts';

/**
 * Writes a value as a share of a total, without a sign and at least six characters wide, as pprof does: `' 5.25%'`, `'  100%'`
 * (for 99.95 to 100.05), `' 0.12%'`. A total of 0 gives `'    0%'`.
 */
export function percentage(value: number, total: number): string {
  const percent = total === 0 ? 0 : Math.abs(value / total) * 100;
  if (percent >= 99.95 && percent <= 100.05) return '  100%';
  const text = percent >= 1 ? formatFixed2(percent) : formatGeneral2(percent);
  return `${text.padStart(5)}%`;
}
