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

/** The parts of a finding, each with the evidence it rests on. Of what passes, only what it passes by: alternatives that do not hold say nothing. */
export function describeParts(view: View, { measures, outcome }: Finding): FoundPart[] {
  const { assessment, model, locale } = view;
  const told = outcome === 'pass' ? measures.filter(({ state }) => state === 'met') : measures;
  const byEvidence = grouped(
    told.filter(({ rests }) => rests !== undefined),
    ({ rests }) => rests!,
  );
  const unasked = grouped(
    told.filter(({ rests }) => rests === undefined),
    ({ evidence: kind, field }) => {
      const { title, fields } = model.evidence[kind];
      const isPart = told.some((measure) => measure.evidence === kind && measure.rests !== undefined);
      return (isPart ? fields[field].label : title)[locale];
    },
  );
  return [
    ...[...byEvidence].map(([id, own]) =>
      describePart(
        view,
        assessment.evidence[id],
        own.map((measure) => describeMeasure(model, measure, locale)),
      ),
    ),
    ...[...unasked].map(([what, own]): FoundPart => {
      const sources = own.flatMap(
        ({ evidence, field }) => model.evidence[evidence].fields[field].sources ?? model.evidence[evidence].sources,
      );
      return { measures: [say(WORDS.notConnected[locale], { what, sources: [...new Set(sources)].join(WORDS.or[locale]) })] };
    }),
  ];
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
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
