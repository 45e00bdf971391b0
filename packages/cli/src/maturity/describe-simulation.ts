import { formatScore } from './format-assessment.ts';
import type { View } from './view-of.ts';
import { say, WORDS } from './words.ts';

/** What was supposed, and what it changes; undefined where nothing was. */
export function describeSimulation({
  assessment,
  simulated,
  locale,
}: View): { title: string; effects: readonly string[] } | undefined {
  if (simulated === undefined) return undefined;
  const { changes, before } = simulated;
  const from = before.rated ? before.step : WORDS.unrated[locale];
  const to = assessment.rated ? assessment.step : WORDS.unrated[locale];
  const moved = from === to ? say(WORDS.simulatedSame[locale], { to }) : say(WORDS.simulatedStep[locale], { from, to });
  const scores = assessment.steps.flatMap(({ step, score }, index) => {
    const [was, is] = [formatScore(before.steps[index].score), formatScore(score)];
    return was === is ? [] : [say(WORDS.simulatedScore[locale], { step, from: was, to: is })];
  });
  return { title: say(WORDS.simulated[locale], { changes: changes.join(', ') }), effects: [moved, ...scores] };
}
