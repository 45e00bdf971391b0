import { BUILT_IN_KINDS } from '../evidence/built-in-kinds.ts';
import type { EvidenceKind } from '../evidence/evidence-kind.ts';
import type { Localized } from '../localized.ts';
import type { ServiceKind } from '../service/service.ts';
import { BUILT_IN_STEPS } from './built-in-steps.ts';
import type { Condition } from './condition.ts';
import type { Check, Criterion, Model, Step } from './model.ts';
import type { WrittenCheck, WrittenCondition, WrittenKind, WrittenModel, WrittenStep, WrittenText } from './written-model.ts';

/** What a check of one's own is when nothing is said. The rest of it must be written. */
const NEW_CHECK = { weight: 20, lifecycle: 'stable', exemptible: true, requires: [], prematureSeverity: 'warning' } as const;
const NEW_STEP = { gateThreshold: 0.8, minApplicable: 3, sustainDays: 14 } as const;

/** The model that a file describes, with what it changes put over the model that it extends. What is missing is found before. */
export function buildModel(written: WrittenModel, base: Model | undefined): Model {
  const checks = mergeById(base?.checks ?? [], written.checks ?? [], buildCheck);
  return {
    id: written.metadata.id,
    version: written.metadata.version,
    kinds: base?.kinds ?? kindsOf(checks),
    steps: [...mergeById<Step, WrittenStep>(base?.steps ?? BUILT_IN_STEPS, written.steps ?? [], buildStep)].sort(
      (a, b) => a.id - b.id,
    ),
    checks,
    evidence: { ...BUILT_IN_KINDS, ...mapValues(written.evidence ?? {}, buildKind) },
    demoteAfter: base?.demoteAfter ?? { days: 7, evaluations: 3 },
    exemptionCap: base?.exemptionCap ?? 0.2,
    comparable: base?.comparable ?? false,
  };
}

function buildCheck(written: WrittenCheck, base: Check | undefined): Check {
  const { kinds, text, ...rest } = written;
  const built = kinds === undefined ? {} : mapValues(kinds, buildCriterion);
  return {
    ...NEW_CHECK,
    ...base,
    ...rest,
    kinds: { ...base?.kinds, ...built },
    ...(text !== undefined && { text: localize(text) }),
    // What a new check must say is seen to by findIncomplete.
  } as Check;
}

function buildCriterion({ gating = false, pass }: { readonly gating?: boolean; readonly pass: WrittenCondition }): Criterion {
  return { gating, pass: buildCondition(pass) };
}

function buildCondition(written: WrittenCondition): Condition {
  if ('all' in written) return { least: written.all.length, of: written.all.map(buildCondition) };
  if ('any' in written) return { least: 1, of: written.any.map(buildCondition) };
  return 'least' in written ? { least: written.least, of: written.of.map(buildCondition) } : written;
}

function buildStep({ name, ...rest }: WrittenStep, base: Step | undefined): Step {
  const names = name === undefined ? (base?.name ?? localize(`Step ${rest.id}`)) : localize(name);
  return { ...NEW_STEP, ...base, ...rest, name: names };
}

function buildKind({ title, fields, ...rest }: WrittenKind): EvidenceKind {
  const built = mapValues(fields, ({ unit, label }) => ({ unit, label: localize(label) }));
  return { floor: 'derived', combine: 'worst', ...rest, title: localize(title), fields: built };
}

function localize<T>(text: WrittenText<T>): Localized<T> {
  if (typeof text !== 'object' || text === null || !('en' in text)) return { en: text as T, ja: text as T };
  return { en: text.en, ja: text.ja ?? text.en };
}

function mergeById<T extends { readonly id: string | number }, W extends { readonly id: T['id'] }>(
  base: readonly T[],
  written: readonly W[],
  build: (written: W, base: T | undefined) => T,
): readonly T[] {
  const changes = new Map<T['id'], W>(written.map((item) => [item.id, item]));
  const known = new Set(base.map(({ id }) => id));
  const changed = base.map((item) => (changes.has(item.id) ? build(changes.get(item.id)!, item) : item));
  return [...changed, ...written.filter(({ id }) => !known.has(id)).map((item) => build(item, undefined))];
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function kindsOf(checks: readonly Check[]): readonly ServiceKind[] {
  // The schema knows no other keys.
  return [...new Set(checks.flatMap(({ kinds }) => Object.keys(kinds ?? {})))] as ServiceKind[];
}
