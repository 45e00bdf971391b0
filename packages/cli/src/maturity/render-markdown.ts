import type { Finding } from '@flamestep/maturity';
import { markdownCode, markdownFence, markdownText } from '@flamestep/report';
import { describeAction, describePremature } from './describe-action.ts';
import { describeOutcome, describeParts } from './describe-finding.ts';
import { describeBlockers, gateTitle, shutGate } from './describe-gate.ts';
import { describeSimulation } from './describe-simulation.ts';
import { drawStaircase } from './draw-staircase.ts';
import { formatMoment, formatScore, formatShare } from './format-assessment.ts';
import { shownFindings } from './shown-findings.ts';
import { titleOf, type View } from './view-of.ts';
import { OUTCOMES, say, WORDS } from './words.ts';

const WIDTH = 90;
const LONGEST = 2000;

/** An assessment as GitHub's markdown, for a wiki, a summary or a pull request. Names, queries and texts of models are escaped. */
export function renderMarkdown(view: View): string {
  const { assessment, model, locale } = view;
  const { service, step, rated, at, confidence, next } = assessment;
  const last = model.steps[model.steps.length - 1].id;
  const name = model.steps.find(({ id }) => id === step)!.name[locale];
  const stands = rated ? say(WORDS.step[locale], { step, last, name }) : WORDS.notRated[locale];
  const gate = shutGate(assessment);
  const facts = [
    `${service.kind}, ${say(WORDS.tier[locale], { tier: service.tier })}`,
    formatMoment(at, locale),
    say(WORDS.model[locale], { id: model.id, version: model.version }),
    say(WORDS.confidence[locale], { share: formatShare(confidence) }),
  ];
  const shown = shownFindings(view).steps.flatMap(({ findings }) => findings);
  const simulation = describeSimulation(view);
  const blocks = [
    `### ${markdownText(service.name)}: ${markdownText(stands)}`,
    markdownText(facts.join(' · ')),
    ...(rated ? [] : [WORDS.notRatedWhy[locale]]),
    ...(simulation === undefined
      ? []
      : [`**${markdownText(simulation.title)}**: ${markdownText(simulation.effects.join(', '))}`]),
    markdownFence(drawStaircase(assessment, model, locale, WIDTH).map(({ text }) => text)),
    table(
      [WORDS.stepColumn[locale], WORDS.scoreOf[locale]],
      assessment.steps.map(({ step, score }, index) => [
        `${step} ${markdownText(model.steps[index].name[locale])}`,
        formatScore(score),
      ]),
    ),
    ...(gate === undefined
      ? [WORDS.gateAllOpen[locale]]
      : [`**${markdownText(gateTitle(view, gate))}** (${markdownText(describeBlockers(view, gate).join(', '))})`]),
    ...describePremature(view).map(({ title, text }) => `> ⧗ **${markdownText(title, LONGEST)}** ${markdownText(text, LONGEST)}`),
    ...(next.length === 0 ? [] : [`#### ${WORDS.next[locale]}`, renderActions()]),
    `#### ${WORDS.found[locale]}`,
    table([WORDS.outcome[locale], WORDS.check[locale], WORDS.found[locale], WORDS.evidence[locale]], shown.map(renderRow)),
  ];
  return `${blocks.join('\n\n')}\n`;

  function renderActions(): string {
    return next
      .map((action, index) => {
        const { title, facts, texts } = describeAction(view, action);
        return `${index + 1}. **${markdownText(title)}** (${markdownText(facts.join(', '))})<br>${markdownText(texts.join(' '), LONGEST)}`;
      })
      .join('\n');
  }

  function renderRow(finding: Finding): string[] {
    const { word, flags } = describeOutcome(view, finding);
    const parts = describeParts(view, finding);
    return [
      `${OUTCOMES[finding.outcome].mark}\u00a0${[word, ...flags].join(', ')}`,
      `${markdownText(titleOf(view, finding.check))} ${markdownCode(finding.check)}`,
      parts
        .flatMap(({ measures, trouble }) =>
          [...measures, ...(trouble === undefined ? [] : [trouble])].map((text) => markdownText(text, LONGEST)),
        )
        .join('<br>'),
      parts
        .flatMap(({ origin, query }) =>
          origin === undefined ? [] : [`${markdownText(origin)}: ${markdownCode(query ?? '', 400)}`],
        )
        .join('<br>'),
    ];
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
