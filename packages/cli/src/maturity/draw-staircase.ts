import type { Assessment, Locale, Model } from '@flamestep/maturity';
import { columnsOf } from './text-columns.ts';
import { WORDS } from './words.ts';

const LEAST_TREAD = 15;
const MOST_TREAD = 20;

/** A line of the staircase, and which part of it the service stands on, if any. */
export interface StaircaseLine {
  readonly text: string;
  /** The part of `text` that is the tread stood on. */
  readonly own?: readonly [from: number, to: number];
}

/**
 * The staircase with the service on it. Climbed treads and the one stood on are solid, those ahead dashed, as all are when nothing is
 * known. The gates stand on the risers: `✓` met, `■` closed, `□` not reached. The name of a step is below its tread.
 */
export function drawStaircase(assessment: Assessment, model: Model, locale: Locale, width: number): StaircaseLine[] {
  const { step: own, rated, completed } = assessment;
  const { steps } = model;
  const tread = Math.max(LEAST_TREAD, Math.min(MOST_TREAD, Math.floor(width / steps.length)));
  const lines: StaircaseLine[] = [];
  const stale = assessment.findings.some((finding) => finding.stale);
  const figure = rated ? `${stale ? '○' : '●'} ${WORDS.here[locale]}` : '?';
  const standsOn = rated ? own : 0;
  for (let index = steps.length - 1; index >= -1; index--) {
    const upper = steps[index + 1];
    const label = upper === undefined ? '' : ` ${upper.id} ${upper.name[locale]}`;
    const before = ' '.repeat(Math.max(0, index) * tread);
    const text =
      index < 0 ? label : `${before}${drawTread(index)}${index + 1 < steps.length ? `${gateMark(index)}${label}` : ''}`;
    const from = before.length;
    lines.push(rated && index === own ? { text, own: [from, from + tread] } : { text });
  }
  return withFigure(lines);

  function drawTread(index: number): string {
    const solid = rated && index <= own;
    const heavy = rated && index === own;
    const corner = index === 0 ? '' : heavy ? '┏' : '┌';
    const dash = heavy ? '━' : solid ? '─' : '╌';
    return corner + dash.repeat(tread - columnsOf(corner));
  }

  function gateMark(index: number): string {
    if (index <= completed) return '✓';
    return index === completed + 1 ? '■' : '□';
  }

  /** Writes the figure above the middle of its tread, where the line above has room to the left of its own tread. */
  function withFigure(drawn: StaircaseLine[]): StaircaseLine[] {
    const row = steps.length - 1 - standsOn;
    const at = standsOn * tread + 2;
    if (row === 0) return [{ text: `${' '.repeat(at)}${figure}` }, ...drawn];
    const above = drawn[row - 1];
    const text = above.text.slice(0, at) + figure + above.text.slice(at + columnsOf(figure));
    return drawn.with(row - 1, { ...above, text });
  }
}
