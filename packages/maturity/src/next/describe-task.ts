import type { PrematurePractice } from '../assessment.ts';
import type { Finding } from '../evaluate/finding.ts';
import type { Localized } from '../localized.ts';
import type { Check } from '../model/model.ts';
import type { Action } from './action.ts';
import { PAUSE_TEXT, REASON_TEXTS, SOURCE_TEXTS } from './action-texts.ts';
import type { Task } from './plan.ts';
import { SOURCE_NAMES } from './source-names.ts';

type Checks = ReadonlyMap<string, Check>;

/** The words and the effort of a task. */
export function describeTask(
  task: Task,
  checks: Checks,
  findings: readonly Finding[],
): Pick<Action, 'title' | 'text' | 'effort' | 'docs'> {
  if (task.kind !== 'fix') {
    const { title, text } = SOURCE_TEXTS[task.kind];
    const name = SOURCE_NAMES[task.about] ?? { en: task.about, ja: task.about };
    return { title: fill(title, { source: name }), text, effort: 'S' };
  }
  // A task to fix something is made from a check of the model.
  const { text, effort, docs } = checks.get(task.about)!;
  const reason = findings.find(({ check }) => check === task.about)?.reason;
  const hint = reason === undefined ? undefined : REASON_TEXTS[reason];
  return {
    title: { en: text.en.title, ja: text.ja.title },
    text: hint ?? { en: text.en.remediation, ja: text.ja.remediation },
    effort,
    docs,
  };
}

/** To stop what can do harm comes before everything else. */
export function pauseAction({ check: id, first }: PrematurePractice, checks: Checks): Action {
  const titleOf = (id: string): Localized => ({ en: checks.get(id)!.text.en.title, ja: checks.get(id)!.text.ja.title });
  const titles = first.map(titleOf);
  const named = { en: titles.map(({ en }) => en).join('; '), ja: titles.map(({ ja }) => ja).join('、') };
  return {
    id: `pause-${id}`,
    kind: 'pause',
    title: fill(PAUSE_TEXT.title, { check: titleOf(id) }),
    text: fill(PAUSE_TEXT.text, { first: named }),
    effort: 'S',
    checks: [id],
    gain: 0,
    opensGate: false,
    priority: Number.MAX_VALUE,
    docs: checks.get(id)!.docs,
  };
}

function fill(text: Localized, values: Readonly<Record<string, Localized>>): Localized {
  const filled = (locale: 'en' | 'ja') => text[locale].replace(/\{(\w+)\}/g, (_, name: string) => values[name][locale]);
  return { en: filled('en'), ja: filled('ja') };
}
