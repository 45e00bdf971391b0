import type { Check, Criterion } from '../model/model.ts';
import type { Service } from '../service/service.ts';
import type { Finding } from './finding.ts';

/** What a check asks of a service, or which rule of the model says that it asks nothing. Nothing else makes a check not applicable. */
export function applicability(check: Check, service: Service): { criterion: Criterion } | { rule: NonNullable<Finding['rule']> } {
  if (check.lifecycle === 'deprecated') return { rule: 'deprecated' };
  const criterion = check.kinds[service.kind];
  if (criterion === undefined) return { rule: 'kind' };
  if (check.tiers !== undefined && !check.tiers.includes(service.tier)) return { rule: 'tier' };
  if (check.lifecycles !== undefined && !check.lifecycles.includes(service.lifecycle)) return { rule: 'lifecycle' };
  return { criterion };
}
