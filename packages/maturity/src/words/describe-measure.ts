import type { MeasureResult } from '../evaluate/judgement.ts';
import type { FieldUnit } from '../evidence/evidence-kind.ts';
import type { UnknownReason } from '../evidence/evidence.ts';
import type { Locale, Localized } from '../localized.ts';
import type { Model } from '../model/model.ts';

const REASONS: Readonly<Record<UnknownReason, Localized>> = {
  unbound: { en: 'not connected', ja: '未接続' },
  unauthorised: { en: 'access refused', ja: 'アクセス拒否' },
  'source-error': { en: 'the source fails', ja: '取得元のエラー' },
  'insufficient-history': { en: 'too short a history', ja: '履歴不足' },
  'low-n': { en: 'too few events', ja: '件数不足' },
  resolution: { en: 'too coarse data', ja: '解像度不足' },
  stale: { en: 'too old', ja: '期限切れ' },
  'no-data': { en: 'no data', ja: 'データなし' },
};

const LIMITS: Readonly<Record<'at-least' | 'at-most', Localized>> = {
  'at-least': { en: 'at least {limit}', ja: '{limit}以上' },
  'at-most': { en: 'at most {limit}', ja: '{limit}以下' },
};

const MUST_BE: Readonly<Record<'true' | 'false', Localized>> = {
  true: { en: 'must be yes', ja: '「はい」であること' },
  false: { en: 'must be no', ja: '「いいえ」であること' },
};

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

/**
 * One comparison in words: `records with severity: 72 % (at least 90 %)`. Plain text; labels of custom models are as their authors
 * wrote them, so escape it where it goes.
 */
export function describeMeasure(model: Model, result: MeasureResult, locale: Locale): string {
  const label = model.evidence[result.evidence].fields[result.field].label[locale];
  const { comparison, limit, unit, value, reason } = result;
  const away = comparison === 'at-most' ? Math.ceil : Math.floor;
  const wanted =
    typeof limit === 'boolean' || comparison === 'is'
      ? MUST_BE[limit === true ? 'true' : 'false'][locale]
      : LIMITS[comparison][locale].replace('{limit}', show(limit, unit, locale, Math.round));
  const found = [
    value === undefined ? [] : show(value, unit, locale, away),
    reason === undefined ? [] : REASONS[reason][locale],
  ].flat();
  return locale === 'en' ? `${label}: ${found.join(', ')} (${wanted})` : `${label}:${found.join('、')}(${wanted})`;
}

type Rounding = (value: number) => number;

/** A value just short of its limit must not look as if it met it, so that it is rounded away from it. */
function show(value: number | boolean, unit: FieldUnit, locale: Locale, rounding: Rounding): string {
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
