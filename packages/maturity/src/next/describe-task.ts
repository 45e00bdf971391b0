import type { PrematurePractice } from '../assessment.ts';
import type { Finding } from '../evaluate/finding.ts';
import type { Localized } from '../localized.ts';
import { checksById } from '../model/checks-by-id.ts';
import type { Check, Model } from '../model/model.ts';
import type { Action } from './action.ts';
import { PAUSE_TEXT, REASON_TEXTS, SOURCE_TEXTS } from './action-texts.ts';
import type { Task } from './plan.ts';
import { SOURCE_NAMES } from './source-names.ts';

type Checks = ReadonlyMap<string, Check>;

/** The words and the effort of a task. */
export function describeTask(
  task: Task,
  model: Model,
  findings: readonly Finding[],
): Pick<Action, 'title' | 'text' | 'effort' | 'docs'> {
  if (task.kind !== 'fix') {
    const { title, text } = SOURCE_TEXTS[task.kind];
    const name = SOURCE_NAMES[task.about] ?? { en: task.about, ja: task.about };
    return { title: fill(title, { source: name }), text: fill(text, { evidence: titlesOf(task, model) }), effort: 'S' };
  }
  // A task to fix something is made from a check of the model.
  const { text, effort, docs } = checksById(model).get(task.about)!;
  const reason = findings.find(({ check }) => check === task.about)?.reason;
  const remediation = { en: text.en.remediation, ja: text.ja.remediation };
  const hint = reason === undefined ? undefined : REASON_TEXTS[reason];
  return {
    title: { en: text.en.title, ja: text.ja.title },
    text: hint === undefined ? remediation : fill(hint, { remediation }),
    effort,
    docs,
  };
}

function titlesOf({ evidence }: Task, model: Model): Localized {
  const titles = evidence.map((id) => model.evidence[id].title);
  return { en: titles.map(({ en }) => en).join(', '), ja: titles.map(({ ja }) => ja).join('、') };
}

/** To stop what can do harm comes before everything else. */
export function pauseAction({ check: id, first }: PrematurePractice, checks: Checks): Action {
  const titleOf = (id: string): Localized => {
    const text = checks.get(id)?.text;
    return { en: text?.en.title ?? id, ja: text?.ja.title ?? id };
  };
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
  const filled = (locale: 'en' | 'ja') =>
    // A function, because a text that is put in may have what `replace` takes for a pattern.
    Object.keys(values).reduce((words, name) => words.replace(`{${name}}`, () => values[name][locale]), text[locale]);
  return { en: filled('en'), ja: filled('ja') };
}
