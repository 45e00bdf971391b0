import { createElement } from './create-element.ts';
import type { FlameTree } from './flame-tree.ts';
import { mountFlameGraph } from './mount-flame-graph.ts';
import { mountFunctionTable } from './mount-function-table.ts';
import { pageIds } from './page-ids.ts';

/** What a page made by `renderFlameGraphPage` carries as JSON. */
export interface PageData {
  /** Checked when it is mounted. */
  readonly tree: FlameTree;
  readonly heading: string;
  readonly tableHeading: string;
  readonly foldRecursion?: boolean;
  readonly openAt?: string;
}

/** Brings a page made by `renderFlameGraphPage` to life. */
export function bootFlameGraphPage(): void {
  const graphPlace = document.getElementById(pageIds.graph);
  const tablePlace = document.getElementById(pageIds.table);
  const data = document.getElementById(pageIds.data);
  if (graphPlace === null || tablePlace === null || data === null) return;
  try {
    // The page maker wrote it; the tree in it is checked by mountFlameGraph.
    const { tree, tableHeading, ...options } = JSON.parse(data.textContent ?? '') as PageData;
    const graph = mountFlameGraph(graphPlace, tree, options);
    mountFunctionTable(tablePlace, graph, { heading: tableHeading });
    tablePlace.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('.fs-link') !== null)
        graphPlace.scrollIntoView({ block: 'start' });
    });
    document.addEventListener('keydown', (event) => {
      const typing = event.target instanceof Element && event.target.closest('input,textarea,select') !== null;
      if (event.key !== '/' || typing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      graph.focusSearch();
    });
  } catch (error) {
    graphPlace.append(createElement('p', { role: 'alert' }, `The flame graph cannot be drawn: ${String(error)}`));
  }
  printInLight();
}

/** Paper is white: a dark page prints as a light one. */
function printInLight(): void {
  const root = document.documentElement;
  let before: string | null = null;
  window.addEventListener('beforeprint', () => {
    before = root.getAttribute('data-theme');
    root.setAttribute('data-theme', 'light');
  });
  window.addEventListener('afterprint', () => {
    if (before === null) root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', before);
  });
}
