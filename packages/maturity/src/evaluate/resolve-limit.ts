import type { Limit } from '../model/condition.ts';
import type { Service } from '../service/service.ts';

/** The number that holds for a service: its own where the model lets it state one, never laxer than the model's loosest. */
export function resolveLimit(limit: Limit, comparison: 'at-least' | 'at-most', service: Service): number {
  if (typeof limit === 'number') return limit;
  const usual = limit.tiers?.[service.tier] ?? limit.default;
  const own = limit.service === undefined ? undefined : service.limits?.[limit.service];
  if (own === undefined || !Number.isFinite(own) || limit.loosest === undefined) return usual;
  return comparison === 'at-least' ? Math.max(own, limit.loosest) : Math.min(own, limit.loosest);
}
