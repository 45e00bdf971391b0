import { createElement } from './create-element.ts';
import type { FlameLayout } from './layout-flame-graph.ts';

export interface FlameControlsOptions {
  readonly heading: string | undefined;
  readonly layout: FlameLayout;
  readonly folded: boolean;
  readonly flipped: boolean;
  search(typed: string): void;
  nextMatch(step: 1 | -1): void;
  /** The reader is done with the search box. */
  leave(): void;
  reset(): void;
  fold(folded: boolean): void;
  flip(flipped: boolean): void;
}

export interface FlameControls {
  readonly element: HTMLElement;
  setSearch(typed: string): void;
  setZoomed(zoomed: boolean): void;
  focusSearch(): void;
}

/** Heading, search box and buttons above the picture. */
export function createFlameControls(options: FlameControlsOptions): FlameControls {
  const input = createElement('input', {
    type: 'search',
    placeholder: 'Search functions',
    'aria-label': 'Search functions: text, or /regular expression/',
    autocomplete: 'off',
    spellcheck: 'false',
  });
  input.addEventListener('input', () => options.search(input.value));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') options.nextMatch(event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape' && input.value !== '') options.search('');
    else if (event.key === 'Escape') options.leave();
    else return;
    event.preventDefault();
  });
  const reset = createElement('button', { type: 'button', class: 'fs-button' }, 'Reset zoom');
  reset.addEventListener('click', () => options.reset());
  const controls = createElement(
    'div',
    { class: 'fs-controls' },
    createElement('label', { class: 'fs-search' }, createGlass(), input),
    reset,
  );
  if (options.layout.recursive || options.folded) controls.append(createToggle('Fold recursion', options.folded, options.fold));
  controls.append(createToggle('Root at bottom', options.flipped, options.flip));

  const heading = options.heading === undefined ? createElement('span') : createElement('h2', {}, options.heading);
  return {
    element: createElement('div', { class: 'fs-head' }, heading, controls),
    setSearch: (typed) => {
      if (input.value !== typed) input.value = typed;
    },
    setZoomed: (zoomed) => {
      reset.disabled = !zoomed;
    },
    focusSearch: () => {
      input.focus();
      input.select();
    },
  };
}

function createToggle(text: string, on: boolean, changed: (on: boolean) => void): HTMLElement {
  const button = createElement('button', { type: 'button', class: 'fs-button', 'aria-pressed': String(on) }, text);
  button.addEventListener('click', () => {
    const pressed = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(pressed));
    changed(pressed);
  });
  return button;
}

function createGlass(): SVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [name, value] of Object.entries({ width: '13', height: '13', viewBox: '0 0 16 16', 'aria-hidden': 'true' })) {
    svg.setAttribute(name, value);
  }
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', 'M11.8 7a4.8 4.8 0 1 1-9.600 0 4.8 4.8 0 0 1 9.600 0zM10.600 10.600 14.500 14.500');
  path.setAttribute('fill', 'none');
  path.setAttribute('stroke', 'currentColor');
  path.setAttribute('stroke-width', '1.600');
  svg.append(path);
  return svg;
}
