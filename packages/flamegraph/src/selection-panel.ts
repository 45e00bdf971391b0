import { createElement, createNameParts } from './create-element.ts';
import { formatChange, formatPercent, formatPoints, formatValue } from './format-value.ts';
import { boxLabel, type FlameLayout } from './layout-flame-graph.ts';
import { shareOf, sharesOf } from './shares.ts';
import { splitName } from './split-name.ts';
import { visibleText } from './visible-text.ts';

/** The name of a box in two weights. */
export function createBoxName(label: string): HTMLElement {
  const { prefix, function: name } = splitName(label);
  return createElement('span', { class: 'fs-name' }, ...createNameParts(visibleText(prefix), visibleText(name)));
}

/** Fills the panel below the picture with the values of a box. */
export function fillSelectionPanel(panel: HTMLElement, layout: FlameLayout, box: number): void {
  const name = layout.name[box];
  const rows: [string, number, number][] = [
    ['Own', layout.ownBase[box], layout.ownHead[box]],
    ['With callees', layout.totalBase[box], layout.totalHead[box]],
  ];
  const boxes = name >= 0 ? layout.functions.boxes[name] : 1;
  if (boxes > 1) rows.push([`Own, all ${boxes} boxes`, layout.functions.ownBase[name], layout.functions.ownHead[name]]);
  const heads = layout.union ? ['', 'Base', 'Head', 'Change'] : ['', 'Value', 'Share'];
  panel.replaceChildren(
    createElement('h3', {}, createBoxName(boxLabel(layout, box))),
    createElement(
      'table',
      {},
      createElement('thead', {}, createElement('tr', {}, ...heads.map((head) => createElement('th', {}, head)))),
      createElement('tbody', {}, ...rows.map(([label, base, head]) => createRow(layout, label, base, head))),
    ),
    createElement('div', {}, ...createRemarks(layout, box)),
  );
}

function createRow(layout: FlameLayout, label: string, base: number, head: number): HTMLElement {
  const { unit } = layout.sampleType;
  const row = createElement('tr', {}, createElement('th', { scope: 'row' }, label));
  if (!layout.union) {
    row.append(createCell(formatValue(head, unit)), createCell(formatPercent(shareOf(head, layout.whole.head))));
    return row;
  }
  const shares = sharesOf(layout, base, head);
  row.append(
    createCell(formatPercent(shares.base), formatValue(base, unit)),
    createCell(formatPercent(shares.head), formatValue(head, unit)),
    createCell(createElement('b', {}, formatPoints(shares.head - shares.base)), formatChange(head - base, unit)),
  );
  return row;
}

function createCell(first: Node | string, second?: string): HTMLElement {
  const cell = createElement('td', {}, first);
  if (second !== undefined) cell.append(createElement('br'), createElement('span', { class: 'fs-quiet' }, second));
  return cell;
}

function createRemarks(layout: FlameLayout, box: number): HTMLElement[] {
  const remarks: string[] = [];
  if (layout.name[box] < 0 && box > 0) {
    remarks.push('Boxes that were too small to be kept are gathered here, under the function that called them.');
  }
  if (layout.ownHead[box] < 0 || layout.ownBase[box] < 0) {
    remarks.push(
      'Its own value is negative. The box is as wide as the value is large, and its callers’ totals hold it as negative.',
    );
  }
  return [
    ...remarks.map((text) => createElement('p', { class: 'fs-quiet' }, text)),
    createElement(
      'p',
      { class: 'fs-quiet fs-with-keys' },
      'Arrow keys move between boxes, Enter zooms, Esc goes back, Home shows all, / searches.',
    ),
    createElement('p', { class: 'fs-quiet fs-with-touch' }, 'A tap selects a box, a second tap zooms to it.'),
  ];
}
