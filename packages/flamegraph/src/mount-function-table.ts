import { adoptStyles } from './adopt-styles.ts';
import { changeLevel } from './change-level.ts';
import { createElement } from './create-element.ts';
import { formatChange, formatPercent, formatPercents, formatPoints, formatValue } from './format-value.ts';
import { defaultOrder, orderFunctions, type FunctionColumn, type RowOrder } from './function-rows.ts';
import type { FlameLayout } from './layout-flame-graph.ts';
import type { FlameGraphHandle } from './mount-flame-graph.ts';
import { createBoxName } from './selection-panel.ts';
import { ownChange, shareOf, sharesOf } from './shares.ts';

/** Rows at first, and how many more each time the reader asks. */
const FIRST_ROWS = 30;
const FIRST_ROWS_NARROW = 10;
const MORE_ROWS = 200;

interface Column {
  readonly title: string;
  readonly by: FunctionColumn;
  cell(layout: FlameLayout, name: number): HTMLElement;
}

/** What the table of functions is called. */
export interface FunctionTableOptions {
  readonly heading?: string;
}

/**
 * The same values as a table of functions, for those who cannot or do not want to read a picture: sorted by its headings,
 * filtered by the flame graph's search, and a click shows the function in the flame graph. Returns how to remove it.
 */
export function mountFunctionTable(
  element: HTMLElement,
  graph: FlameGraphHandle,
  options: FunctionTableOptions = {},
): () => void {
  const columns = graph.layout.union ? unionColumns : singleColumns;
  let order = defaultOrder(graph.layout);
  const first = element.clientWidth < 560 ? FIRST_ROWS_NARROW : FIRST_ROWS;
  let shown = first;
  let rows: number[] = [];

  const head = createElement('tr');
  const body = createElement('tbody');
  const foot = createElement('p', { class: 'fs-foot', 'aria-live': 'polite' });
  const more = createElement('button', { type: 'button', class: 'fs-button' });
  const table = createElement('table', {}, createElement('thead', {}, head), body);
  const root = createElement('div', { class: 'fs-functions' });
  if (options.heading !== undefined)
    root.append(createElement('div', { class: 'fs-head' }, createElement('h2', {}, options.heading)));
  root.append(table, foot, more);

  const headings = columns.map((column) => {
    const button = createElement('button', { type: 'button' });
    button.addEventListener('click', () => {
      const again = order.by === column.by;
      order = { by: column.by, descending: again ? !order.descending : column.by !== 'name' };
      fill();
    });
    const heading = createElement('th', { scope: 'col', class: column.by === 'name' ? '' : 'fs-number' }, button);
    head.append(heading);
    return { column, heading, button };
  });

  const fill = () => {
    rows = orderFunctions(graph.layout, order, graph.matcher);
    for (const { column, heading, button } of headings) markSorted(heading, button, column, order);
    body.replaceChildren(...rows.slice(0, shown).map((name) => createRow(graph, columns, name)));
    showCount();
    markCurrent();
  };
  const showCount = () => {
    const left = rows.length - Math.min(shown, rows.length);
    const matching = graph.matcher === undefined ? '' : ' that match the search';
    foot.textContent = `${Math.min(shown, rows.length)} of ${rows.length} functions${matching}.`;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(left, MORE_ROWS)} more`;
  };
  const markCurrent = () => {
    const current = graph.layout.name[graph.selected];
    for (const row of body.rows) row.setAttribute('aria-current', String(row.dataset['name'] === String(current)));
  };
  more.addEventListener('click', () => {
    const before = body.rows.length;
    shown += MORE_ROWS;
    body.append(...rows.slice(before, shown).map((name) => createRow(graph, columns, name)));
    showCount();
    markCurrent();
  });
  const stop = graph.subscribe(({ type }) => {
    if (type === 'search') shown = first;
    if (type === 'search' || type === 'layout') fill();
    else markCurrent();
  });
  adoptStyles(element);
  element.append(root);
  fill();
  return () => {
    stop();
    root.remove();
  };
}

function markSorted(heading: HTMLElement, button: HTMLElement, column: Column, order: RowOrder): void {
  const sorted = order.by === column.by;
  if (sorted) heading.setAttribute('aria-sort', order.descending ? 'descending' : 'ascending');
  else heading.removeAttribute('aria-sort');
  const arrow = createElement('span', { 'aria-hidden': 'true' }, sorted ? (order.descending ? ' ↓' : ' ↑') : '');
  button.replaceChildren(column.title, arrow);
}

function createRow(graph: FlameGraphHandle, columns: readonly Column[], name: number): HTMLElement {
  const { layout } = graph;
  const row = createElement('tr', { 'data-name': String(name) });
  const link = createElement('button', { type: 'button', class: 'fs-link' }, createBoxName(layout.names[name]));
  link.addEventListener('click', () => graph.selectFunction(name));
  for (const column of columns) {
    const cell = column.by === 'name' ? createElement('td', {}, link) : column.cell(layout, name);
    if (column.by !== 'name') cell.dataset['label'] = column.title;
    row.append(cell);
  }
  return row;
}

function createNumber(strong: Node | string, quiet: string): HTMLElement {
  const value = createElement('b', {}, strong);
  return createElement(
    'td',
    { class: 'fs-number' },
    value,
    createElement('br'),
    createElement('span', { class: 'fs-quiet' }, quiet),
  );
}

const nameColumn: Column = { title: 'Function', by: 'name', cell: () => createElement('td') };

const singleColumns: readonly Column[] = [
  nameColumn,
  { title: 'Own', by: 'own', cell: (layout, name) => shareAndValue(layout, layout.functions.ownHead[name], layout.whole.head) },
  {
    title: 'With callees',
    by: 'total',
    cell: (layout, name) => shareAndValue(layout, layout.functions.totalHead[name], layout.whole.head),
  },
];

const unionColumns: readonly Column[] = [
  nameColumn,
  {
    title: 'Own, base',
    by: 'base',
    cell: (layout, name) => shareAndValue(layout, layout.functions.ownBase[name], layout.whole.base),
  },
  {
    title: 'Own, head',
    by: 'own',
    cell: (layout, name) => shareAndValue(layout, layout.functions.ownHead[name], layout.whole.head),
  },
  { title: 'Own, change', by: 'change', cell: createChange },
  { title: 'With callees', by: 'total', cell: createTotals },
];

function shareAndValue(layout: FlameLayout, value: number, whole: number): HTMLElement {
  return createNumber(formatPercent(shareOf(value, whole)), formatValue(value, layout.sampleType.unit));
}

function createChange(layout: FlameLayout, name: number): HTMLElement {
  const points = ownChange(layout, name);
  const level = changeLevel(points);
  const text = `${level > 0 ? '▲ ' : level < 0 ? '▼ ' : ''}${formatPoints(points / 100)}`;
  const { ownBase, ownHead } = layout.functions;
  const colored = createElement('span', { class: level > 0 ? 'fs-more' : level < 0 ? 'fs-less' : '' }, text);
  return createNumber(colored, formatChange(ownHead[name] - ownBase[name], layout.sampleType.unit));
}

function createTotals(layout: FlameLayout, name: number): HTMLElement {
  const { base, head } = sharesOf(layout, layout.functions.totalBase[name], layout.functions.totalHead[name]);
  return createNumber(formatPercents(base, head), formatPoints(head - base));
}
