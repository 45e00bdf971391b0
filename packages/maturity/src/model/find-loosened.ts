import type { ServiceKind } from '../service/service.ts';
import type { Condition, Limit, Measure } from './condition.ts';
import type { ModelFault } from './check-model.ts';
import { idsOf } from './in-order.ts';
import type { Check, Model, Prerequisite } from './model.ts';

/** Where a model makes a gate of another easier. What cannot be shown to be as strict counts as easier. */
export function findLoosened(base: Model, model: Model): readonly ModelFault[] {
  const steps = base.steps.flatMap((before): ModelFault[] => {
    const after = model.steps.find(({ id }) => id === before.id);
    const eased = (['gateThreshold', 'minApplicable', 'sustainDays'] as const).filter((key) => (after?.[key] ?? 0) < before[key]);
    return eased.map((key) => fault(undefined, ['steps'], `step ${before.id}: ${key} is below ${before[key]}`));
  });
  return [
    ...steps,
    ...base.checks.flatMap((check) =>
      loosenedCheck(
        check,
        model.checks.find(({ id }) => id === check.id),
      ),
    ),
  ];
}

function loosenedCheck(before: Check, after: Check | undefined): ModelFault[] {
  const gates = Object.entries(before.kinds).filter(([, { gating }]) => gating);
  if (after === before) return [];
  if (after === undefined) return [fault(before.id, [], 'it is gone')];
  const faults: ModelFault[] = [];
  const blame = (path: string | readonly string[], message: string) => faults.push(fault(before.id, [path].flat(), message));
  if (after.exemptible && !before.exemptible) blame('exemptible', 'nobody may be exempt from it');
  if (after.weight < before.weight) blame('weight', `its weight is below ${before.weight}`);
  if (!before.requires.every((needed) => after.requires.some((given) => isAsStrict(given, needed))))
    blame('requires', 'a prerequisite is gone');
  if (gates.length === 0) return faults;
  if (after.step !== before.step) blame('step', `it gates step ${before.step}`);
  if (after.lifecycle !== 'stable') blame('lifecycle', 'it no longer counts');
  if (after.enforceFrom !== undefined) blame('enforceFrom', 'it does not count until then');
  if (after.tiers !== undefined) blame('tiers', 'it is no longer asked of every tier');
  if (after.lifecycles !== undefined) blame('lifecycles', 'it is no longer asked in every lifecycle');
  for (const [kind, { pass }] of gates) {
    const criterion = after.kinds[kind as ServiceKind];
    if (criterion === undefined || !criterion.gating) blame(['kinds', kind], `it no longer gates ${kind}`);
    else if (!demandsAsMuch(criterion.pass, pass)) blame(['kinds', kind], `for ${kind} it asks for less, or for something else`);
  }
  return faults;
}

function fault(check: string | undefined, path: ModelFault['path'], what: string): ModelFault {
  return { check, path, message: `a built-in gate is made easier: ${what}; undo it, or set metadata.allowLoosen` };
}

function isAsStrict(given: Prerequisite, needed: Prerequisite): boolean {
  return idsOf(given).every((id) => idsOf(needed).includes(id));
}

/** Whether whatever meets `next` also meets `base`, as far as their shapes show it. */
function demandsAsMuch(next: Condition, base: Condition): boolean {
  if ('least' in next) {
    const isSameShape = 'least' in base && next.of.length === base.of.length && next.least >= base.least;
    if (isSameShape && next.of.every((part, index) => demandsAsMuch(part, (base as typeof next).of[index]))) return true;
    if (next.least !== next.of.length) return false;
    // All of more: each part that was asked for is still asked for, or the old condition is one of the new parts.
    if ('least' in base && base.least === base.of.length)
      return base.of.every((needed) => next.of.some((part) => demandsAsMuch(part, needed)));
    return next.of.some((part) => demandsAsMuch(part, base));
  }
  return !('least' in base) && isMeasureAsStrict(next, base);
}

function isMeasureAsStrict(next: Measure, base: Measure): boolean {
  if (next.evidence !== base.evidence || next.field !== base.field || next.is !== base.is) return false;
  if ((next.minSamples ?? 0) < (base.minSamples ?? 0)) return false;
  if (base.atLeast !== undefined) return next.atLeast !== undefined && isLimitAsStrict(next.atLeast, base.atLeast, 1);
  if (base.atMost !== undefined) return next.atMost !== undefined && isLimitAsStrict(next.atMost, base.atMost, -1);
  return true;
}

/** `sign` is 1 where more is stricter, -1 where less is. */
function isLimitAsStrict(next: Limit, base: Limit, sign: 1 | -1): boolean {
  const values = (limit: Limit) =>
    ['1', '2', '3', '4'].map((tier) => (typeof limit === 'number' ? limit : (limit.tiers?.[tier] ?? limit.default)));
  const before = values(base);
  if (values(next).some((value, index) => sign * value < sign * before[index])) return false;
  const loosest = (limit: Limit, own: readonly number[]) => {
    const stated = typeof limit === 'number' || limit.service === undefined ? undefined : limit.loosest;
    return sign * Math.min(...own.map((value) => sign * value), ...(stated === undefined ? [] : [sign * stated]));
  };
  return sign * loosest(next, values(next)) >= sign * loosest(base, before);
}
