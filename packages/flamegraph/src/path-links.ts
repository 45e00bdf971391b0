import { createElement } from './create-element.ts';
import { boxLabel, type FlameLayout } from './layout-flame-graph.ts';
import { shortenings } from './split-name.ts';
import { visibleText } from './visible-text.ts';

/** Boxes named at each end of a long path. */
const FIRST = 2;
const LAST = 5;

/** Shows the way from the root to a box as links; a long one is folded in its middle. */
export function fillPathLinks(nav: HTMLElement, layout: FlameLayout, box: number, zoomTo: (box: number) => void): void {
  const path: number[] = [];
  for (let step = box; step >= 0; step = layout.parent[step]) path.unshift(step);
  nav.replaceChildren();
  path.forEach((step, i) => {
    const folded = path.length > FIRST + LAST + 1 && i >= FIRST && i < path.length - LAST;
    if (folded && i > FIRST) return;
    if (i > 0) nav.append(' › ');
    if (folded) {
      nav.append(`… ${path.length - FIRST - LAST} more …`);
      return;
    }
    const forms = shortenings(boxLabel(layout, step));
    const text = visibleText(forms[forms.length - 1].function, 60);
    if (step === box) {
      nav.append(createElement('b', { 'aria-current': 'location' }, text));
      return;
    }
    const link = createElement('button', { type: 'button', class: 'fs-link' }, text);
    link.addEventListener('click', () => zoomTo(step));
    nav.append(link);
  });
}
