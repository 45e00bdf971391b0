import type { BoxFaces } from './box-faces.ts';
import type { LabelFitter } from './fit-label.ts';
import type { FlameLayout } from './layout-flame-graph.ts';
import type { BoxMatches } from './search-boxes.ts';
import type { Theme } from './theme.ts';
import type { View } from './visible-boxes.ts';

/** Boxes narrower than this, in pixels, are drawn together. */
export const NARROWEST = 1;

/** What a picture shows. Positions in CSS pixels. */
export interface Picture {
  readonly layout: FlameLayout;
  readonly view: View;
  /** The box the view is zoomed to. */
  readonly focus: number;
  readonly selected: number;
  readonly matches: BoxMatches | undefined;
  readonly width: number;
  readonly height: number;
  /** Height of a row with the gap below it. */
  readonly rowHeight: number;
  /** Top edge of a row within the picture. */
  rowTop(row: number): number;
  /** Rows to draw, from … to - 1. */
  readonly rows: { readonly from: number; readonly to: number };
}

export interface Brush {
  readonly context: CanvasRenderingContext2D;
  readonly theme: Theme;
  readonly labels: LabelFitter;
  readonly faces: BoxFaces;
}
