import type { Action, Locale, PrematurePractice } from '@flamestep/maturity';
import { findOption } from '../arguments/find-option.ts';
import { optionUsage } from '../help/command-help.ts';
import { describeParts } from './describe-finding.ts';
import { formatShare } from './format-assessment.ts';
import { titleOf, type View } from './view-of.ts';
import { say, WORDS } from './words.ts';

const EFFORTS = { S: WORDS.effortS, M: WORDS.effortM, L: WORDS.effortL };
/** Options that connect what the model knows by one of several names. */
const ALTERNATIVES: Readonly<Record<string, readonly string[]>> = {
  jaeger: ['jaeger', 'tempo'],
  pyroscope: ['pyroscope', 'parca'],
  openslo: ['slo'],
  flamestep: ['report'],
  manifest: [],
};

/** An action in words. */
export interface DescribedAction {
  readonly title: string;
  /** Effort, gain, and whether it alone opens the gate. */
  readonly facts: readonly string[];
  readonly texts: readonly string[];
}

export function describeAction(view: View, action: Action): DescribedAction {
  const { locale } = view;
  const { id, kind, title, text, effort, gain, opensGate } = action;
  return {
    title: title[locale],
    facts: [
      say(WORDS.effort[locale], { effort: EFFORTS[effort][locale] }),
      ...(gain > 0 ? [say(WORDS.gain[locale], { gain: formatShare(gain).replace(' %', '') })] : []),
      ...(opensGate ? [WORDS.opens[locale]] : []),
    ],
    texts: [
      text[locale],
      ...(kind === 'connect' ? howToConnect(id.slice('connect-'.length)) : []),
      ...(kind === 'fix' ? whatWasFound(id.slice('fix-'.length)) : []),
    ],
  };

  /** What a source said of why it cannot tell, which is often what to mend. */
  function whatWasFound(check: string): string[] {
    const finding = view.assessment.findings.find((one) => one.check === check);
    const troubles = finding === undefined ? [] : describeParts(view, finding).flatMap(({ trouble }) => trouble ?? []);
    return [...new Set(troubles)].map((detail) => say(WORDS.says[locale], { detail: detail.replace(/\.$/, '') }));
  }

  function howToConnect(type: string): string[] {
    const names = (ALTERNATIVES[type] ?? [type]).flatMap((name) => findOption(name)?.name ?? []);
    if (names.length > 0) {
      return [say(WORDS.onCommandLine[locale], { options: names.map((name) => optionUsage(name)).join(WORDS.or[locale]) })];
    }
    return type === 'manifest' ? [] : [WORDS.notAskedHere[locale]];
  }
}

/** Titles in one sentence; they are sentences themselves. */
export function listTitles(titles: readonly string[], locale: Locale): string {
  return locale === 'ja' ? titles.map((title) => `「${title}」`).join('') : titles.join('; ');
}

/** Practices begun too early, those together that wait for the same: what they are, and what comes first. Dangers stand first. */
export function describePremature(view: View): { readonly title: string; readonly text: string }[] {
  const { assessment, locale } = view;
  const groups = new Map<string, PrematurePractice[]>();
  for (const practice of assessment.premature) {
    const key = JSON.stringify([practice.severity, practice.first]);
    groups.set(key, [...(groups.get(key) ?? []), practice]);
  }
  const ordered = [...groups.values()].sort(([a], [b]) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  return ordered.map((practices) => {
    const [{ severity, first }] = practices;
    const list = (ids: readonly string[]) =>
      listTitles(
        ids.map((id) => titleOf(view, id)),
        locale,
      );
    const isMaybe = severity === 'info';
    return {
      title: say(WORDS[isMaybe ? 'prematureUnknown' : 'premature'][locale], { check: list(practices.map(({ check }) => check)) }),
      text: [
        say(WORDS.prematureFirst[locale], { first: list(first) }),
        ...(severity === 'danger' ? [WORDS.prematureDanger[locale]] : []),
        WORDS[isMaybe ? 'prematureMaybe' : 'prematureWhy'][locale],
      ].join(locale === 'ja' ? '' : ' '),
    };
  });
}

const SEVERITIES: readonly PrematurePractice['severity'][] = ['danger', 'warning', 'info'];
