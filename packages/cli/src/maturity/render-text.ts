import type { Finding, StepScore } from '@flamestep/maturity';
import { guardCommands, terminalText } from '@flamestep/report';
import { describeAction, describePremature, listTitles } from './describe-action.ts';
import { describeOutcome, describeParts, type FoundPart } from './describe-finding.ts';
import { describeBlockers, gateTitle, shutGate } from './describe-gate.ts';
import { describeSimulation } from './describe-simulation.ts';
import { drawStaircase } from './draw-staircase.ts';
import { formatDay, formatMoment, formatScore, formatShare, scoreBar } from './format-assessment.ts';
import { shownFindings } from './shown-findings.ts';
import { columnsOf, padColumns, wrapColumns, wrapQuery } from './text-columns.ts';
import { type TerminalView, titleOf } from './view-of.ts';
import { OUTCOMES, REFUSALS, say, WORDS } from './words.ts';

const BAR = 20;
const INDENT = '  ';
const LONGEST = 2000;

/** An assessment as text for a terminal: the staircase, the gate, what to do, and what every finding rests on. */
export function renderText(view: TerminalView): string {
  const { assessment } = view;
  const gate = shutGate(assessment);
  const sections = [
    renderHead(view),
    renderStaircase(view),
    renderSteps(view),
    ...(gate === undefined ? [[WORDS.gateAllOpen[view.locale]]] : [renderGate(view, gate)]),
    renderPremature(view),
    renderExemptions(view),
    renderNext(view),
    ...renderFindings(view),
  ];
  const text = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return guardCommands(`${text.join('\n\n')}\n`);
}

function renderHead(view: TerminalView): string[] {
  const { assessment, model, locale, paint, width } = view;
  const simulation = describeSimulation(view);
  const { service, step, rated, at, confidence } = assessment;
  const kind = [service.kind, say(WORDS.tier[locale], { tier: service.tier }), service.lifecycle].join(', ');
  const last = model.steps[model.steps.length - 1].id;
  const name = model.steps.find(({ id }) => id === step)!.name[locale];
  const stands = rated ? say(WORDS.step[locale], { step, last, name }) : WORDS.notRated[locale];
  const facts = [
    formatMoment(at, locale),
    say(WORDS.model[locale], { id: terminalText(model.id, 60), version: terminalText(model.version, 30) }),
    say(WORDS.confidence[locale], { share: formatShare(confidence) }),
  ];
  return [
    `${paint.bold(terminalText(service.name))}  ${paint.quiet(kind)}`,
    '',
    paint.bold(stands),
    ...(rated ? [] : wrapColumns(WORDS.notRatedWhy[locale], width)),
    ...wrapColumns(facts.join(' · '), width).map(paint.quiet),
    ...(simulation === undefined
      ? []
      : [
          '',
          paint.bold(simulation.title),
          ...wrapColumns(simulation.effects.join(' · '), width - 2).map((line) => INDENT + line),
        ]),
  ];
}

function renderStaircase({ assessment, model, locale, paint, width }: TerminalView): string[] {
  return drawStaircase(assessment, model, locale, width - 2).map(({ text, own }) => {
    if (own === undefined) return INDENT + text;
    const [from, to] = own;
    return INDENT + text.slice(0, from) + paint.bold(paint.faster(text.slice(from, to))) + text.slice(to);
  });
}

function renderSteps({ assessment, model, locale, paint }: TerminalView): string[] {
  const { steps, completed } = assessment;
  const rows = steps.map((score, index) => {
    const name = model.steps[index].name[locale];
    const [mark, word] =
      index <= completed
        ? (['✓', WORDS.gateMet[locale]] as const)
        : index === completed + 1
          ? (['■', WORDS.gateClosed[locale]] as const)
          : (['□', WORDS.gateAhead[locale]] as const);
    return [`${score.step} ${name}`, `${mark} ${word}`, scoreBar(score.score, BAR), formatScore(score.score)];
  });
  const head = [WORDS.stepColumn[locale], WORDS.gate[locale], WORDS.scoreOf[locale], ''];
  const widths = head.map((title, i) => Math.max(columnsOf(title), ...rows.map((row) => columnsOf(row[i]))));
  const line = (cells: readonly string[]) =>
    `${INDENT}${cells.map((cell, i) => padColumns(cell, widths[i])).join('  ')}`.trimEnd();
  return [paint.quiet(line(head)), ...rows.map(line)];
}

function renderGate(view: TerminalView, gate: StepScore): string[] {
  const { paint, width, locale } = view;
  const reasons = describeBlockers(view, gate);
  const sentence = locale === 'ja' ? `${reasons.join('、')}。` : `${capital(reasons.join(', and '))}.`;
  return [paint.bold(gateTitle(view, gate)), ...wrapColumns(sentence, width - 2).map((line) => INDENT + line)];
}

function renderPremature(view: TerminalView): string[] {
  const { paint, width } = view;
  return describePremature(view).flatMap(({ title, text }, index) => {
    const [first, ...rest] = wrapColumns(terminalText(title, LONGEST), width - 2);
    return [
      ...(index === 0 ? [] : ['']),
      paint.bold(paint.slower(`⧗ ${first}`)),
      ...rest.map((line) => INDENT + paint.bold(paint.slower(line))),
      ...wrapColumns(terminalText(text, LONGEST), width - 2).map((line) => INDENT + line),
    ];
  });
}

function renderExemptions(view: TerminalView): string[] {
  const { assessment, locale } = view;
  return assessment.exemptions.map(({ exemption, refused }) => {
    const state =
      refused === undefined
        ? say(WORDS.exemptionEnds[locale], { day: formatDay(exemption.expires, locale) })
        : say(WORDS.exemptionRefused[locale], { reason: REFUSALS[refused][locale] });
    return `◆ ${say(WORDS.exemption[locale], { check: terminalText(titleOf(view, exemption.check), 200), state })}`;
  });
}

function renderNext(view: TerminalView): string[] {
  const { assessment, locale, paint, width } = view;
  const { next, cheapest } = assessment;
  if (next.length === 0) return [paint.bold(WORDS.next[locale]), INDENT + WORDS.nothingNext[locale]];
  const actions = next.flatMap((action, index) => {
    const { title, facts, texts } = describeAction(view, action);
    const mark = `${index + 1}  `;
    const below = INDENT + ' '.repeat(mark.length);
    const wrapped = (text: string) => wrapColumns(terminalText(text, LONGEST), width - below.length);
    const [first, ...rest] = wrapped(title);
    return [
      ...(index === 0 ? [] : ['']),
      `${INDENT}${mark}${paint.bold(first)}`,
      ...rest.map((line) => below + paint.bold(line)),
      ...wrapped(facts.join(' · ')).map((line) => below + paint.quiet(line)),
      ...texts.flatMap(wrapped).map((line) => below + line),
    ];
  });
  const least =
    cheapest === undefined || cheapest.actions.length === 0
      ? []
      : say(WORDS[cheapest.opens ? 'cheapest' : 'cheapestShut'][locale], {
          actions: terminalText(
            listTitles(
              cheapest.actions.map(({ title }) => title[locale]),
              locale,
            ),
            LONGEST,
          ),
        });
  const leastLines = typeof least === 'string' ? ['', ...wrapColumns(least, width - 2).map((line) => INDENT + line)] : [];
  return [paint.bold(WORDS.next[locale]), ...actions, ...leastLines];
}

function renderFindings(view: TerminalView): string[][] {
  const { locale, paint, width } = view;
  const { steps, left } = shownFindings(view);
  const sections = steps.map(({ step: { id, name }, findings }) => [
    paint.bold(say(WORDS.findings[locale], { step: id, name: name[locale] })),
    ...findings.flatMap((finding) => renderFinding(view, finding)),
  ]);
  const notes = [...(left > 0 ? [say(WORDS.later[locale], { count: left })] : []), WORDS.details[locale]];
  return [...sections, wrapColumns(notes.join(' '), width).map(paint.quiet)];
}

/** One finding: its outcome and title, and each part with the evidence it rests on. */
export function renderFinding(view: TerminalView, finding: Finding): string[] {
  const { locale, paint, width } = view;
  const { word, flags } = describeOutcome(view, finding);
  const { mark } = OUTCOMES[finding.outcome];
  const widest = Math.max(...Object.values(OUTCOMES).map(({ word }) => columnsOf(word[locale])));
  const color =
    finding.outcome === 'pass' ? paint.faster : ['fail', 'partial'].includes(finding.outcome) ? paint.slower : paint.bold;
  const head = `${color(`${mark} ${word}`)}${' '.repeat(widest - columnsOf(word))}`;
  const below = ' '.repeat(INDENT.length + 2 + widest + 2);
  const title = terminalText(titleOf(view, finding.check), LONGEST);
  const facts = [finding.check, ...(finding.gating ? [WORDS.required[locale]] : []), ...flags].join(' · ');
  const [first, ...rest] = wrapColumns(title, width - below.length);
  return [
    `${INDENT}${head}  ${paint.bold(first)}`,
    ...rest.map((line) => below + paint.bold(line)),
    ...wrapColumns(terminalText(facts, LONGEST), width - below.length).map((line) => below + paint.quiet(line)),
    ...describeParts(view, finding).flatMap((part) => renderPart(part, below, view)),
  ];
}

function renderPart({ measures, origin, trouble, query }: FoundPart, below: string, { paint, width }: TerminalView): string[] {
  const wrapped = (text: string, indent: string) =>
    wrapColumns(terminalText(text, LONGEST), width - indent.length).map((line) => indent + line);
  const deeper = `${below}${INDENT}`;
  return [
    ...measures.flatMap((text) => wrapped(text, below)),
    ...(trouble === undefined ? [] : wrapped(trouble, deeper)),
    ...(origin === undefined ? [] : wrapped(origin, deeper).map(paint.quiet)),
    ...(query === undefined
      ? []
      : wrapQuery(terminalText(query, LONGEST), width - deeper.length).map((line) => deeper + paint.quiet(line))),
  ];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
