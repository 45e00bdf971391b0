import type { FieldUnit } from '../evidence/evidence-kind.ts';
import type { Locale, Localized } from '../localized.ts';

const FLAGS: Readonly<Record<'true' | 'false', Localized>> = {
  true: { en: 'yes', ja: 'はい' },
  false: { en: 'no', ja: 'いいえ' },
};

const UNITS: Readonly<Partial<Record<FieldUnit, Localized>>> = {
  seconds: { en: ' s', ja: '秒' },
  days: { en: ' days', ja: '日' },
  age: { en: ' days', ja: '日' },
  factor: { en: ' times', ja: '倍' },
};

const MINUTES_FROM = 120;
const MINUTES: Localized = { en: ' min', ja: '分' };

export type Rounding = (value: number) => number;

/** A value of a field with its unit, to the thousandth. */
export function showValue(value: number | boolean, unit: FieldUnit, locale: Locale, rounding: Rounding = Math.round): string {
  return show(value, unit, locale, (shown) => toThousandths(shown, rounding));
}

/**
 * A value as it is read at a glance: no digits behind the point that say nothing. `isSame` tells whether a rounded value, in the unit of
 * the field, says the same as the value; where it does not, the value is shown to the thousandth.
 */
export function showRounded(
  value: number | boolean,
  unit: FieldUnit,
  locale: Locale,
  { rounding, isSame }: { readonly rounding: Rounding; readonly isSame: (rounded: number) => boolean },
): string {
  return show(value, unit, locale, (shown, scale) => {
    const rounded = toGlance(shown, unit === 'ratio' ? rounding : Math.round);
    return isSame(rounded * scale) ? rounded : toThousandths(shown, rounding);
  });
}

/** `round` is given the number that is shown, and how many units of the field one of it is. */
function show(value: number | boolean, unit: FieldUnit, locale: Locale, round: (shown: number, scale: number) => number): string {
  if (typeof value === 'boolean') return FLAGS[value ? 'true' : 'false'][locale];
  if (unit === 'ratio') return `${round(value * 100, 0.01)} %`;
  if (unit === 'seconds' && value >= MINUTES_FROM) return `${round(value / 60, 60)}${MINUTES[locale]}`;
  return `${round(value, 1)}${UNITS[unit]?.[locale] ?? ''}`;
}

function toThousandths(value: number, rounding: Rounding): number {
  return roundTo(value, 1000, rounding);
}

/** Shares have one digit behind the point, other numbers from 10 on none, and smaller ones so many that two count. */
function toGlance(value: number, rounding: Rounding): number {
  const size = Math.abs(value);
  if (rounding !== Math.round) return roundTo(value, size >= 1 ? 10 : 1000, rounding);
  return roundTo(value, size >= 10 ? 1 : size >= 1 ? 10 : 1000, rounding);
}

function roundTo(value: number, parts: number, rounding: Rounding): number {
  const nearest = Math.round(value * parts);
  // Binary fractions make 28.999… of 0.29 × 100; that is not short of 29.
  const count = Math.abs(nearest - value * parts) < 1e-6 ? nearest : rounding(value * parts);
  return count / parts;
}
