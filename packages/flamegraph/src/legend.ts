import { CHANGE_LIMITS } from './change-level.ts';
import { createElement } from './create-element.ts';
import type { FlameLayout } from './layout-flame-graph.ts';

/** Says what width, colour and bars mean. */
export function createLegend(layout: FlameLayout, judged = false): HTMLElement {
  const keys = createElement('ul', { class: 'fs-keys' });
  if (layout.union) keys.append(createKey('fs-key-bars', 'thin bar base, thick bar head'));
  if (layout.union && judged) {
    keys.append(createKey('fs-key-hatched', 'hatched: within noise, not a finding'));
    keys.append(createKey('fs-key-path', 'outlined: path of the selected box'));
  }
  if (layout.negative.boxes > 0)
    keys.append(createKey('fs-key-negative', 'dashed: negative own value, hollow: negative with callees; as wide as its size'));
  const whole = layout.ownWhole ? 'each side’s total' : 'the amount that counts as 100 %';
  const meaning = layout.union
    ? `Width is the mean of base and head. Colour is the change of the function’s own cost, all its boxes together, in points: hundredths of ${whole}.`
    : 'Width is the cost with callees. Colour goes by package.';
  const legend = createElement('div', {});
  legend.append(createElement('p', { class: 'fs-note' }, meaning));
  if (layout.union || keys.childElementCount > 0) {
    const row = createElement('div', { class: 'fs-legend' });
    if (layout.union) row.append(createScale());
    row.append(keys);
    legend.append(row);
  }
  return legend;
}

function createKey(mark: string, text: string): HTMLElement {
  return createElement('li', {}, createElement('span', { class: mark, 'aria-hidden': 'true' }), text);
}

function createScale(): HTMLElement {
  const [one, two, three] = CHANGE_LIMITS;
  const steps = ['faster-3', 'faster-2', 'faster-1', '0', 'slower-1', 'slower-2', 'slower-3'];
  const limits = ['', `−${three}`, `−${two}`, `−${one}`, `+${one}`, `+${two}`, `+${three}`];
  const list = createElement('ol', { 'aria-hidden': 'true' });
  steps.forEach((step, i) => {
    const swatch = createElement('i');
    swatch.style.background = `var(--fs-div-${step})`;
    list.append(createElement('li', {}, swatch, createElement('span', {}, limits[i])));
  });
  const words = `Colours: less from −${one}, −${two} and −${three} points, more from +${one}, +${two} and +${three} points.`;
  return createElement(
    'div',
    { class: 'fs-scale' },
    createElement('span', { class: 'fs-hidden' }, words),
    '▼ less',
    list,
    'more ▲',
  );
}
