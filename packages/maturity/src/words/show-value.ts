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

/** A value of a field with its unit. */
export function showValue(value: number | boolean, unit: FieldUnit, locale: Locale, rounding: Rounding = Math.round): string {
  if (typeof value === 'boolean') return FLAGS[value ? 'true' : 'false'][locale];
  if (unit === 'ratio') return `${shorten(value * 100, rounding)} %`;
  if (unit === 'seconds' && value >= MINUTES_FROM) return `${shorten(value / 60, rounding)}${MINUTES[locale]}`;
  return `${shorten(value, rounding)}${UNITS[unit]?.[locale] ?? ''}`;
}

/** At most three digits after the point. */
function shorten(value: number, rounding: Rounding): string {
  const nearest = Math.round(value * 1000);
  // Binary fractions make 28.999… of 0.29 × 100; that is not short of 29.
  const thousandths = Math.abs(nearest - value * 1000) < 1e-6 ? nearest : rounding(value * 1000);
  return String(thousandths / 1000);
}
