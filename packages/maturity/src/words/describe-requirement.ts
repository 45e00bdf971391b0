import type { Locale } from '../localized.ts';
import type { Limit, Measure } from '../model/condition.ts';
import type { Model } from '../model/model.ts';
import { sayFlag, sayLimit } from './limit-words.ts';
import { showValue } from './show-value.ts';

/** One comparison as the model asks for it, with all that its limit depends on: `locations: at least 1 (tier 1: 2)`. Plain text. */
export function describeRequirement(model: Model, measure: Measure, locale: Locale): string {
  const { atLeast, atMost, is, minSamples } = measure;
  const { label, unit } = model.evidence[measure.evidence].fields[measure.field];
  const [colon, comma] = locale === 'en' ? [': ', ', '] : [':', '、'];
  const show = (value: number) => showValue(value, unit, locale);
  const samples =
    minSamples === undefined ? '' : locale === 'en' ? `${comma}of at least ${minSamples}` : `${comma}${minSamples}件以上から`;
  return `${label[locale]}${colon}${wanted()}${samples}`;

  function wanted(): string {
    if (is !== undefined) return sayFlag(is, locale);
    const limit: Limit = atLeast ?? atMost ?? 0;
    const comparison = atLeast === undefined ? 'at-most' : 'at-least';
    if (typeof limit === 'number') return sayLimit(comparison, show(limit), locale);
    const { tiers = {}, service, loosest } = limit;
    const byTier = Object.entries(tiers).map(
      ([tier, value]) => `${locale === 'en' ? 'tier ' : 'ティア'}${tier}${colon}${show(value)}`,
    );
    const own =
      service === undefined || loosest === undefined
        ? []
        : [
            locale === 'en'
              ? `or spec.limits.${service}, from ${show(loosest)}`
              : `またはspec.limits.${service}、${show(loosest)}から`,
          ];
    const notes = [...byTier, ...own].join('; ');
    return `${sayLimit(comparison, show(limit.default), locale)}${notes && (locale === 'en' ? ` (${notes})` : `(${notes})`)}`;
  }
}
