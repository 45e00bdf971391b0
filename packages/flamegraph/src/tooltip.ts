import { createElement } from './create-element.ts';
import { describeShares } from './describe-box.ts';
import { formatPoints, formatValue } from './format-value.ts';
import { boxLabel, type FlameLayout } from './layout-flame-graph.ts';
import { createBoxName } from './selection-panel.ts';
import { ownShares, sharesOf, totalShares } from './shares.ts';

/** Shows the values of a box beside the pointer. `x` and `y` are pixels within the tooltip's offset parent. */
export function showTooltip(tip: HTMLElement, layout: FlameLayout, box: number, x: number, y: number): void {
  const own = ownShares(layout, box);
  const total = totalShares(layout, box);
  const { unit } = layout.sampleType;
  const amounts = (base: number, head: number) =>
    layout.union ? `${formatValue(base, unit)} → ${formatValue(head, unit)}` : formatValue(head, unit);
  const line = (label: string, shares: string, values: string) => createElement('div', {}, `${label} ${shares}, ${values}`);
  tip.replaceChildren(
    createBoxName(boxLabel(layout, box)),
    line('own', describeShares(layout, own), amounts(layout.ownBase[box], layout.ownHead[box])),
    line('with callees', describeShares(layout, total), amounts(layout.totalBase[box], layout.totalHead[box])),
  );
  const name = layout.name[box];
  if (layout.union && name >= 0) {
    const all = sharesOf(layout, layout.functions.ownBase[name], layout.functions.ownHead[name]);
    const boxes = layout.functions.boxes[name];
    const label = boxes > 1 ? `own of its ${boxes} boxes together` : 'change of its own cost';
    tip.append(createElement('div', {}, `${label}: ${formatPoints(all.head - all.base)}`));
  }
  tip.hidden = false;
  const room = tip.offsetParent?.clientWidth ?? 0;
  tip.style.left = `${Math.max(0, Math.min(x + 12, room - tip.offsetWidth))}px`;
  tip.style.top = `${y + 18}px`;
}
