import type { FlameLayout } from './layout-flame-graph.ts';

/** A box that holds this much of its caller is no place to begin: what is worth seeing stands further down. */
const HOLDS_MOST = 0.75;

/** The widest box of the function to open at, or the root. */
export function openingBox(layout: FlameLayout, openAt: string | undefined): number {
  const name = openAt === undefined ? -1 : layout.names.indexOf(openAt);
  return name < 0 ? 0 : Math.max(0, layout.functions.widest[name]);
}

/** Where a narrow screen begins: down from the root as long as one callee holds most of its caller's cost. */
export function openingFocus(layout: FlameLayout): number {
  let box = 0;
  for (;;) {
    let next = -1;
    for (let child = layout.firstChild[box]; child < layout.firstChild[box + 1]; child++) {
      if (layout.name[child] >= 0 && layout.width[child] > HOLDS_MOST * layout.width[box]) next = child;
    }
    if (next < 0) return box;
    box = next;
  }
}
