import { createElement } from './create-element.ts';
import { formatValue } from './format-value.ts';
import type { FlameLayout } from './layout-flame-graph.ts';

/** What a reader must know about this tree: an empty one, negative values, what was left out. */
export function createNotes(layout: FlameLayout): HTMLElement[] {
  return describeNotes(layout).map((text) => createElement('p', {}, text));
}

export function describeNotes(layout: FlameLayout): string[] {
  const notes: string[] = [];
  const { negative, pruned, cutNames } = layout;
  const { type, unit } = layout.sampleType;
  if (layout.width[0] === 0) notes.push(`There is nothing to draw: every value of ${type} is 0.`);
  if (layout.folded)
    notes.push('Recursion is folded: a function that calls itself, directly or through others, stands once in each stack.');
  if (negative.boxes > 0) {
    const sum = layout.union
      ? `${formatValue(negative.base, unit)} in base, ${formatValue(negative.head, unit)} in head`
      : formatValue(negative.head, unit);
    notes.push(
      `${count(negative.boxes, 'box has', 'boxes have')} a negative own value (${sum} in all): drawn dashed, as wide as its size, and hollow where the value with callees is negative.`,
    );
  }
  if (negative.boxes > 0 && layout.ownWhole) notes.push('100\u00a0% is the sum of all own values without their signs.');
  if (pruned !== undefined && pruned.boxes > 0) {
    const share = `${Number((pruned.minFraction * 100).toPrecision(2))}\u00a0%`;
    notes.push(
      `${count(pruned.boxes, 'box', 'boxes')} under ${share} of the whole stand together as “(other)” under their callers. ` +
        'Totals, and the numbers of functions, count all of them.',
    );
  }
  if (cutNames > 0)
    notes.push(
      `${count(cutNames, 'name is', 'names are')} cut in the middle because of ${cutNames === 1 ? 'its' : 'their'} length.`,
    );
  return notes;
}

function count(n: number, one: string, many: string): string {
  return `${formatValue(n, 'count')} ${n === 1 ? one : many}`;
}
