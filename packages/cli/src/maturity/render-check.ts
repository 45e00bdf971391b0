import type { Check, Finding } from '@flamestep/maturity';
import { guardCommands, terminalText } from '@flamestep/report';
import { renderFinding } from './render-text.ts';
import { wrapColumns } from './text-columns.ts';
import { type TerminalView, titleOf } from './view-of.ts';
import { say, WORDS } from './words.ts';

/** What `--explain` says of one check: why it matters, what it asks for, what was found, and what to do. */
export function renderCheck(view: TerminalView, check: Check, finding: Finding): string {
  const { locale, paint } = view;
  const text = check.text[locale];
  const needs = check.requires.map((one) =>
    (typeof one === 'string' ? [one] : one.anyOf).map((id) => titleOf(view, id)).join(WORDS.or[locale]),
  );
  const facts = [
    say(WORDS.weight[locale], { step: check.step, weight: check.weight }),
    ...(finding.gating ? [WORDS.required[locale]] : []),
  ];
  const found =
    finding.outcome === 'not-applicable'
      ? [`  ${say(WORDS.notApplicable[locale], { rule: finding.rule ?? '' })}`]
      : renderFinding(view, finding);
  const sections = [
    [paint.bold(terminalText(text.title)), paint.quiet(`${check.id} · ${facts.join(' · ')}`)],
    section(WORDS.why[locale], text.motivation),
    section(WORDS.asks[locale], text.evidence),
    ...(needs.length === 0 ? [] : [section(WORDS.needs[locale], needs.join('; '))]),
    [paint.bold(WORDS.found[locale]), ...found],
    section(WORDS.todo[locale], text.remediation),
    section(WORDS.readOn[locale], check.docs),
  ];
  return guardCommands(`${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`);

  function section(title: string, words: string): string[] {
    return [paint.bold(title), ...wrapColumns(terminalText(words, 4000), view.width - 2).map((line) => `  ${line}`)];
  }
}
