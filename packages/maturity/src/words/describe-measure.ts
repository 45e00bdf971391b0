import type { MeasureResult } from '../evaluate/judgement.ts';
import type { UnknownReason } from '../evidence/evidence.ts';
import type { Locale, Localized } from '../localized.ts';
import type { Model } from '../model/model.ts';
import { sayFlag, sayLimit } from './limit-words.ts';
import { showRounded, showValue } from './show-value.ts';

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

/**
 * One comparison in words: `records with severity: 72 % (at least 90 %)`. Plain text; labels of custom models are as their authors
 * wrote them, so escape it where it goes.
 */
export function describeMeasure(model: Model, result: MeasureResult, locale: Locale): string {
  const label = model.evidence[result.evidence].fields[result.field].label[locale];
  const { comparison, limit, unit, value, reason } = result;
  // A value just short of its limit must not look as if it met it, so that it is rounded away from it.
  const away = comparison === 'at-most' ? Math.ceil : Math.floor;
  const isMet = (found: number) => {
    if (typeof limit === 'boolean') return true;
    return comparison === 'at-most' ? found <= limit : found >= limit;
  };
  const isSame = (rounded: number) => typeof value !== 'number' || isMet(rounded) === isMet(value);
  const wanted =
    typeof limit === 'boolean' || comparison === 'is'
      ? sayFlag(limit === true, locale)
      : sayLimit(comparison, showValue(limit, unit, locale), locale);
  const found = [
    value === undefined ? [] : showRounded(value, unit, locale, { rounding: away, isSame }),
    reason === undefined ? [] : REASONS[reason][locale],
  ].flat();
  return locale === 'en' ? `${label}: ${found.join(', ')} (${wanted})` : `${label}:${found.join('、')}(${wanted})`;
}
