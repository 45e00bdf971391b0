import type { FlameLayout } from './layout-flame-graph.ts';
import { boxAt, type View } from './visible-boxes.ts';

export type Direction = 'caller' | 'callee' | 'left' | 'right';

/** What an arrow key means; with the root at the bottom, up leads away from it. */
export function directionOf(key: string, flipped: boolean): Direction | undefined {
  if (key === 'ArrowLeft') return 'left';
  if (key === 'ArrowRight') return 'right';
  if (key === 'ArrowUp') return flipped ? 'callee' : 'caller';
  if (key === 'ArrowDown') return flipped ? 'caller' : 'callee';
  return undefined;
}

/**
 * Where the keyboard goes from a box: to its caller, its widest callee, or the next box of the same row. Boxes narrower than
 * `narrowest` (a share of the root's width) and those outside the view are passed over. Returns the box itself where there is none.
 */
export function nextBox(layout: FlameLayout, box: number, direction: Direction, view: View, narrowest: number): number {
  if (direction === 'caller') return layout.parent[box] >= 0 ? layout.parent[box] : box;
  if (direction === 'callee') return widestCallee(layout, box, view, narrowest);
  const step = direction === 'left' ? -1 : 1;
  const row = layout.depth[box];
  for (let next = box + step; next >= layout.rowStart[row] && next < layout.rowStart[row + 1]; next += step) {
    if (!meets(layout, next, view)) return box;
    if (layout.width[next] >= narrowest) return next;
  }
  return box;
}

function widestCallee(layout: FlameLayout, box: number, view: View, narrowest: number): number {
  // From a caller that is wider than the view, go down to what the view shows of it.
  if (layout.x[box] < view.from || layout.x[box] + layout.width[box] > view.to) {
    const below = boxAt(layout, layout.depth[box] + 1, (view.from + view.to) / 2);
    if (below >= 0 && layout.parent[below] === box) return below;
  }
  let widest = -1;
  for (let child = layout.firstChild[box]; child < layout.firstChild[box + 1]; child++) {
    if (meets(layout, child, view) && (widest < 0 || layout.width[child] > layout.width[widest])) widest = child;
  }
  return widest >= 0 && layout.width[widest] >= narrowest ? widest : box;
}

function meets(layout: FlameLayout, box: number, view: View): boolean {
  // Rounding: the edge of a neighbour may lie a hair inside the view.
  const hair = (view.to - view.from) * 1e-9;
  return layout.x[box] + layout.width[box] > view.from + hair && layout.x[box] < view.to - hair;
}
