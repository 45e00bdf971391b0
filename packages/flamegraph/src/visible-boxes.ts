import type { FlameLayout } from './layout-flame-graph.ts';

/** The part of the root's width that fills the picture, both ends as shares of the root, 0 to 1. */
export interface View {
  readonly from: number;
  readonly to: number;
}

export interface RowPainter {
  /** A box wide enough to be seen. Positions in pixels, clipped to the picture. */
  box(box: number, left: number, right: number): void;
  /** Boxes first … last, each too narrow to be seen alone, that stand side by side. */
  crowd(first: number, last: number, left: number, right: number): void;
}

/**
 * Walks the boxes of one row that a picture of `pixels` width shows, left to right. The work depends on the pixels, not on the
 * boxes: where boxes are narrower than `narrowest` pixels it jumps ahead by that width and reports what it passed as a crowd.
 */
export function walkRow(
  layout: FlameLayout,
  row: number,
  view: View,
  pixels: number,
  narrowest: number,
  painter: RowPainter,
): void {
  const end = layout.rowStart[row + 1];
  const scale = pixels / (view.to - view.from);
  const step = narrowest / scale;
  let box = firstEndingAfter(layout, row, view.from);
  let crowdFirst = -1;
  let crowdLast = -1;
  let crowdRight = 0;
  const flush = () => {
    if (crowdFirst < 0) return;
    painter.crowd(crowdFirst, crowdLast, Math.max(0, (layout.x[crowdFirst] - view.from) * scale), Math.min(pixels, crowdRight));
    crowdFirst = -1;
  };
  while (box < end && layout.x[box] < view.to) {
    const left = (layout.x[box] - view.from) * scale;
    const right = left + layout.width[box] * scale;
    if (right - left >= narrowest) {
      flush();
      painter.box(box, Math.max(0, left), Math.min(pixels, right));
      box++;
      continue;
    }
    const next = jump(layout, box, end, step);
    if (layout.x[next - 1] + layout.width[next - 1] > layout.x[box]) {
      const last = next - 1;
      if (crowdFirst >= 0 && left > crowdRight + narrowest) flush();
      if (crowdFirst < 0) crowdFirst = box;
      crowdLast = last;
      crowdRight = (layout.x[last] + layout.width[last] - view.from) * scale;
    }
    box = next;
  }
  flush();
}

/** The box at a position of a row (a share of the root's width), or -1. */
export function boxAt(layout: FlameLayout, row: number, position: number): number {
  if (row < 0 || row >= layout.rowStart.length - 1) return -1;
  const box = firstEndingAfter(layout, row, position);
  return box < layout.rowStart[row + 1] && layout.x[box] <= position ? box : -1;
}

/** The first row without a box as wide as `narrowest` pixels: nothing below it can be seen either. */
export function visibleRows(layout: FlameLayout, view: View, pixels: number, narrowest: number): number {
  const rows = layout.rowStart.length - 1;
  for (let row = 1; row < rows; row++) {
    let seen = false;
    walkRow(layout, row, view, pixels, narrowest, {
      box: () => {
        seen = true;
      },
      crowd: () => {},
    });
    if (!seen) return row;
  }
  return rows;
}

/** Boxes are ordered by x, and also by their right end, because those of one row do not overlap. */
function firstEndingAfter(layout: FlameLayout, row: number, position: number): number {
  let low = layout.rowStart[row];
  let high = layout.rowStart[row + 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (layout.x[middle] + layout.width[middle] > position) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first box after `box` that starts at least `step` further right, or that is itself as wide as `step`. */
function jump(layout: FlameLayout, box: number, end: number, step: number): number {
  const target = layout.x[box] + step;
  // Rows are long and jumps mostly short: look ahead in growing strides before bisecting.
  let stride = 1;
  let low = box + 1;
  let high = low;
  while (high < end && layout.x[high] < target) {
    low = high + 1;
    high = Math.min(end, high + stride);
    stride *= 2;
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (layout.x[middle] >= target) high = middle;
    else low = middle + 1;
  }
  // Only the last box passed can be wide: one further left would push its neighbour past the target.
  return low - 1 > box && layout.width[low - 1] >= step ? low - 1 : low;
}
