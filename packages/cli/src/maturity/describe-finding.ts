import { describeMeasure } from '@flamestep/maturity';
import type { Evidence, Finding } from '@flamestep/maturity';
import { formatAge, formatDay, formatLength } from './format-assessment.ts';
import type { View } from './view-of.ts';
import { OUTCOMES, say, WORDS } from './words.ts';

/** What was found with one piece of evidence. */
export interface FoundPart {
  /** Each comparison in words. */
  readonly measures: readonly string[];
  /** Source, basis, age and window; undefined where nobody was asked. */
  readonly origin?: string;
  /** Why it could not be had, in the words of the source. */
  readonly trouble?: string;
  readonly query?: string;
}

/** `Pass`, with what is to be known beside it: `stale, only declared`. */
export function describeOutcome(
  { locale }: View,
  finding: Finding,
): { readonly word: string; readonly flags: readonly string[] } {
  const { outcome, stale, declaredOnly, premature, until } = finding;
  return {
    word: OUTCOMES[outcome].word[locale],
    flags: [
      ...(until === undefined ? [] : [say(WORDS.until[locale], { day: formatDay(until, locale) })]),
      ...(stale ? [WORDS.stale[locale]] : []),
      ...(declaredOnly ? [WORDS.declaredOnly[locale]] : []),
      ...(premature ? [WORDS.early[locale]] : []),
    ],
  };
}

/** The parts of a finding, each with the evidence it rests on. */
export function describeParts(view: View, { measures }: Finding): FoundPart[] {
  const { assessment, model, locale } = view;
  const byEvidence = new Map<string, string[]>();
  const unasked = new Map<string, readonly string[]>();
  for (const measure of measures) {
    const { rests, evidence: kind } = measure;
    if (rests === undefined) {
      const { fields, sources } = model.evidence[kind];
      unasked.set(kind, [...new Set([...(unasked.get(kind) ?? []), ...(fields[measure.field].sources ?? sources)])]);
      continue;
    }
    const words = describeMeasure(model, measure, locale);
    byEvidence.set(rests, [...(byEvidence.get(rests) ?? []), words]);
  }
  return [
    ...[...byEvidence].map(([id, words]) => describePart(view, assessment.evidence[id], words)),
    ...[...unasked].map(([kind, sources]): FoundPart => {
      const list = sources.join(WORDS.or[locale]);
      return { measures: [say(WORDS.notConnected[locale], { kind: model.evidence[kind].title[locale], sources: list })] };
    }),
  ];
}

function describePart({ locale, now }: View, evidence: Evidence, measures: readonly string[]): FoundPart {
  const { source, basis, observedAt, window, query, unavailable } = evidence;
  const length = window === undefined ? Number.NaN : Date.parse(window.to) - Date.parse(window.from);
  const over = length > 0 ? [say(WORDS.over[locale], { window: formatLength(length, locale) })] : [];
  const origin = [`${source.type} ${source.instance}`, BASES[basis][locale], formatAge(observedAt, now, locale), ...over].join(
    ' · ',
  );
  return {
    measures,
    origin,
    query,
    ...(unavailable?.detail !== undefined && { trouble: unavailable.detail }),
  };
}

const BASES = {
  measured: { en: 'measured', ja: '計測' },
  derived: { en: 'derived', ja: '推計' },
  declared: { en: 'declared', ja: '宣言' },
} as const;
