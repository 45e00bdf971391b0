import type { Locale, Localized } from '../localized.ts';

const LIMITS: Readonly<Record<'at-least' | 'at-most', Localized>> = {
  'at-least': { en: 'at least {limit}', ja: '{limit}以上' },
  'at-most': { en: 'at most {limit}', ja: '{limit}以下' },
};

const MUST_BE: Readonly<Record<'true' | 'false', Localized>> = {
  true: { en: 'must be yes', ja: '「はい」であること' },
  false: { en: 'must be no', ja: '「いいえ」であること' },
};

/** What a comparison wants, its limit already in words. */
export function sayLimit(comparison: 'at-least' | 'at-most', limit: string, locale: Locale): string {
  return LIMITS[comparison][locale].replace('{limit}', limit);
}

/** What a flag must be. */
export function sayFlag(is: boolean, locale: Locale): string {
  return MUST_BE[is ? 'true' : 'false'][locale];
}
