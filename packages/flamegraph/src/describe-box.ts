import { formatPercent, formatPercents } from './format-value.ts';
import { boxLabel, type FlameLayout } from './layout-flame-graph.ts';
import { ownShares, totalShares, type Shares } from './shares.ts';
import { visibleText } from './visible-text.ts';

/** One side's share, or both sides' with an arrow. */
export function describeShares(layout: FlameLayout, shares: Shares): string {
  return layout.union ? formatPercents(shares.base, shares.head) : formatPercent(shares.head);
}

/** What a screen reader says of a box. */
export function describeBox(layout: FlameLayout, box: number): string {
  const callees = layout.firstChild[box + 1] - layout.firstChild[box];
  return [
    visibleText(boxLabel(layout, box), 200),
    `with callees ${describeShares(layout, totalShares(layout, box))}`,
    `own ${describeShares(layout, ownShares(layout, box))}`,
    `level ${layout.depth[box] + 1}`,
    callees === 1 ? '1 callee' : `${callees} callees`,
  ].join(', ');
}

/** What a screen reader says of the whole picture. */
export function describeGraph(layout: FlameLayout): string {
  const sides = layout.union ? 'base and head in one' : 'one profile';
  return `Flame graph of ${layout.sampleType.type}, ${sides}, ${layout.boxCount - 1} boxes. Arrow keys move, Enter zooms, Escape goes back.`;
}
