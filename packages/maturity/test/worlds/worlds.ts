import type { Basis, Evidence, FoundEvidence } from '../../src/evidence/evidence.ts';
import type { Condition, Limit, Measure } from '../../src/model/condition.ts';
import { measuresOf } from '../../src/model/measures-of.ts';
import type { Check, Model } from '../../src/model/model.ts';
import type { Service, ServiceKind } from '../../src/service/service.ts';

export const NOW = '2026-11-16T12:00:00Z';

const DAY = 86_400_000;

export function daysBefore(days: number): string {
  return new Date(Date.parse(NOW) - days * DAY).toISOString();
}

export function serviceOf(kind: ServiceKind, more: Partial<Service> = {}): Service {
  return { name: 'checkout', kind, tier: 2, lifecycle: 'production', owner: 'payments', ...more };
}

type Values = FoundEvidence['values'];

/** Evidence as a collector brings it: the whole window, just now, from the usual source. */
export function evidenceOf(
  model: Model,
  kind: string,
  values: Values,
  more: Partial<FoundEvidence> & { days?: number } = {},
): Evidence {
  const { windowDays, sources } = model.evidence[kind];
  const { days = windowDays, ...fields } = more;
  const observedAt = fields.observedAt ?? NOW;
  const to = Date.parse(observedAt);
  return {
    id: `${kind}-1`,
    kind,
    subject: 'checkout',
    basis: 'measured' as Basis,
    source: { type: sources[0], instance: 'main' },
    query: `${kind} of checkout`,
    observedAt,
    window: { from: new Date(to - days * DAY).toISOString(), to: observedAt },
    samples: 1000,
    values,
    ...fields,
  };
}

/** What a source that refuses leaves behind. */
export function refused(model: Model, kind: string, more: { type?: string } = {}): Evidence {
  return {
    id: `${kind}-1`,
    kind,
    subject: 'checkout',
    basis: 'measured',
    source: { type: more.type ?? model.evidence[kind].sources[0], instance: 'main' },
    query: `${kind} of checkout`,
    observedAt: NOW,
    unavailable: { reason: 'unauthorised', detail: '403' },
  };
}

/** Values by kind that bring every comparison of the condition to its limit, or just past it. */
export function valuesFor(condition: Condition, isGood: boolean): Record<string, Record<string, number | boolean>> {
  const values: Record<string, Record<string, number | boolean>> = {};
  // A field between two limits lies between them; of alternatives that contradict, the first is chosen.
  for (const measure of needed(condition)) {
    const fields = (values[measure.evidence] ??= {});
    const known = fields[measure.field];
    if (isGood && known !== undefined) continue;
    fields[measure.field] = isGood ? good(measure) : bad(measure);
  }
  return values;
}

/** Evidence under which every check passes for the kind of service. */
export function perfectWorld(model: Model, kind: ServiceKind, more: Partial<FoundEvidence> = {}): Evidence[] {
  const values: Record<string, Record<string, number | boolean>> = {};
  for (const check of model.checks) {
    const criterion = check.kinds[kind];
    if (criterion === undefined) continue;
    for (const [id, fields] of Object.entries(valuesFor(criterion.pass, true))) values[id] = { ...fields, ...values[id] };
  }
  return Object.entries(values).map(([id, fields]) => evidenceOf(model, id, fields, more));
}

/** Evidence under which one check passes, or fails. */
export function worldOf(
  model: Model,
  check: Check,
  kind: ServiceKind,
  isGood: boolean,
  more: Partial<FoundEvidence> = {},
): Evidence[] {
  return Object.entries(valuesFor(check.kinds[kind]!.pass, isGood)).map(([id, fields]) => evidenceOf(model, id, fields, more));
}

function needed(condition: Condition): readonly Measure[] {
  return measuresOf(condition);
}

function good({ atLeast, atMost, is }: Measure): number | boolean {
  if (is !== undefined) return is;
  return atLeast === undefined ? number(atMost!) : largest(atLeast);
}

function bad({ atLeast, is }: Measure): number | boolean {
  if (is !== undefined) return !is;
  return atLeast === undefined ? 1e6 : atLeast === 0 ? -1 : 0;
}

function number(limit: Limit): number {
  return typeof limit === 'number' ? limit : limit.default;
}

function largest(limit: Limit): number {
  return typeof limit === 'number' ? limit : Math.max(limit.default, ...Object.values(limit.tiers ?? {}));
}
