import { buildFaces, type BoxFaces } from './box-faces.ts';
import { createElement } from './create-element.ts';
import { drawFlameGraph } from './draw-flame-graph.ts';
import { LabelFitter, type TextMeasure } from './fit-label.ts';
import type { FlameLayout } from './layout-flame-graph.ts';
import { NARROWEST } from './picture.ts';
import type { BoxMatches } from './search-boxes.ts';
import { readTheme, type Theme } from './theme.ts';
import { boxAt, visibleRows, type View } from './visible-boxes.ts';
import { watchAppearance } from './watch-appearance.ts';

/** What the picture shows of a layout. */
export interface FlameState {
  readonly layout: FlameLayout;
  /** The box the view is zoomed to. */
  readonly focus: number;
  readonly selected: number;
  readonly matches: BoxMatches | undefined;
  /** The root at the bottom. */
  readonly flipped: boolean;
}

export interface FlameCanvasEvents {
  /** The pointer is over a box, or over none (-1). */
  hover(box: number, event: PointerEvent): void;
  click(box: number, event: PointerEvent): void;
  resized(): void;
}

/** Below this width, in pixels, the callers of the zoomed box are not drawn: the page shows them as links. */
const NARROW = 560;
const ZOOM_MILLISECONDS = 180;
/** Rows that are drawn at most when the page is printed and nothing can be scrolled. */
const PRINTED_ROWS = 120;
/** In CSS pixels: browsers draw nothing at all on a canvas of more than 32,767 device pixels. */
const HIGHEST_CANVAS = 8000;

/**
 * The canvas and its scroller. Only the rows in sight are painted, on a canvas as large as the scroller that stays in place while
 * the space around it scrolls; so neither depth nor the number of boxes makes it slower.
 */
export class FlameCanvas {
  readonly element: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  private readonly space: HTMLElement;
  private readonly mark = createElement('div', { class: 'fs-flame-mark', hidden: true });
  private readonly context: CanvasRenderingContext2D;
  private readonly events: FlameCanvasEvents;
  private readonly stops: (() => void)[] = [];
  private state: FlameState;
  private theme: Theme | undefined;
  private labels: LabelFitter | undefined;
  private readonly findings: readonly string[] | undefined;
  private faces: BoxFaces;
  private view: View = { from: 0, to: 1 };
  private rows = 1;
  private hovered = -1;
  private frame = 0;
  private animation = 0;
  private printing = false;
  /** False until the page has given the element its size. */
  private sized = false;

  constructor(state: FlameState, events: FlameCanvasEvents, findings?: readonly string[]) {
    this.state = state;
    this.events = events;
    this.findings = findings;
    this.faces = buildFaces(state.layout, findings);
    this.canvas = createElement('canvas', { tabindex: '0' });
    this.space = createElement('div', { class: 'fs-flame-space' }, this.canvas, this.mark);
    this.element = createElement('div', { class: 'fs-flame-scroll' }, this.space);
    this.context = createContext(this.canvas);
    this.listen();
  }

  /** Shows another state; a changed zoom is animated unless the reader asked for less motion. */
  update(state: FlameState): void {
    const before = this.state;
    this.state = state;
    this.hovered = -1;
    this.placeMark();
    if (state.layout !== before.layout) this.faces = buildFaces(state.layout, this.findings);
    const target = this.targetView();
    const moved = target.from !== this.view.from || target.to !== this.view.to;
    const still = state.layout !== before.layout || this.canvas.clientWidth === 0 || prefersLessMotion();
    if (moved && !still) this.animateTo(target);
    else if (moved || state.layout !== before.layout || state.flipped !== before.flipped || state.focus !== before.focus) {
      this.settle(target);
      this.reveal(state.focus);
    } else this.schedule();
  }

  /** Makes the row of a box visible. */
  reveal(box: number): void {
    const top = this.rowTop(this.state.layout.depth[box]);
    const { scrollTop, clientHeight } = this.element;
    if (top < scrollTop) this.element.scrollTop = top - this.rowHeight;
    else if (top + 2 * this.rowHeight > scrollTop + clientHeight)
      this.element.scrollTop = top + 2 * this.rowHeight - clientHeight;
  }

  /** The narrowest box that is drawn by itself, as a share of the root's width. */
  get narrowest(): number {
    return (NARROWEST * (this.view.to - this.view.from)) / Math.max(1, this.canvas.clientWidth);
  }

  get shownView(): View {
    return this.targetView();
  }

  /** True where the callers of the zoomed box are left to the path links. */
  get narrow(): boolean {
    return this.element.clientWidth > 0 && this.element.clientWidth < NARROW;
  }

  destroy(): void {
    cancelAnimationFrame(this.frame);
    cancelAnimationFrame(this.animation);
    for (const stop of this.stops) stop();
  }

  private get rowHeight(): number {
    return this.state.layout.union ? 36 : 24;
  }

  private get firstRow(): number {
    return this.narrow ? this.state.layout.depth[this.state.focus] : 0;
  }

  private rowTop(row: number): number {
    const place = this.state.flipped ? this.rows - 1 - row : row - this.firstRow;
    return place * this.rowHeight;
  }

  private targetView(): View {
    const { layout, focus } = this.state;
    const width = layout.width[focus];
    return width > 0 ? { from: layout.x[focus], to: layout.x[focus] + width } : { from: 0, to: 1 };
  }

  private animateTo(target: View): void {
    cancelAnimationFrame(this.animation);
    const from = this.view;
    let start: number | undefined;
    // Rows of both ends are there during the flight, so that nothing is cut off.
    this.resize(Math.max(this.rows, this.countRows(target)));
    const step = (now: number) => {
      start ??= now;
      const t = (now - start) / ZOOM_MILLISECONDS;
      if (t >= 1) {
        this.settle(this.targetView());
        this.reveal(this.state.focus);
        return;
      }
      const eased = 1 - (1 - t) ** 3;
      this.view = { from: from.from + (target.from - from.from) * eased, to: from.to + (target.to - from.to) * eased };
      this.draw();
      this.animation = requestAnimationFrame(step);
    };
    this.animation = requestAnimationFrame(step);
  }

  private settle(view: View): void {
    cancelAnimationFrame(this.animation);
    this.view = view;
    this.resize(this.countRows(view));
    this.draw();
  }

  private countRows(view: View): number {
    const { layout, focus, selected } = this.state;
    const seen = visibleRows(layout, view, Math.max(1, this.element.clientWidth), NARROWEST);
    // One more below the zoomed and the selected box: their own cost is drawn there.
    const rows = Math.max(seen, layout.depth[focus] + 2, layout.depth[selected] + 2);
    return Math.min(rows, layout.rowStart.length);
  }

  /** Fits the scrolled space to the rows and the canvas to the scroller and the device's pixels. */
  private resize(rows: number): void {
    this.rows = rows;
    const height = Math.max(1, (rows - this.firstRow) * this.rowHeight);
    this.space.style.height = `${height}px`;
    const width = this.element.clientWidth;
    const room = this.printing ? PRINTED_ROWS * this.rowHeight : this.element.clientHeight || height;
    const shown = Math.min(height, room, HIGHEST_CANVAS);
    const ratio = window.devicePixelRatio || 1;
    const pixelWidth = Math.round(width * ratio);
    const pixelHeight = Math.round(shown * ratio);
    if (this.canvas.width !== pixelWidth || this.canvas.height !== pixelHeight) {
      this.canvas.width = pixelWidth;
      this.canvas.height = pixelHeight;
      this.canvas.style.height = `${shown}px`;
    }
  }

  private schedule(): void {
    if (this.frame !== 0 || !this.sized) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.draw();
    });
  }

  private draw(): void {
    const { layout, focus, selected, matches, flipped } = this.state;
    const ratio = this.canvas.width / Math.max(1, this.element.clientWidth);
    const height = this.canvas.height / Math.max(ratio, 0.01);
    if (this.canvas.width === 0) return;
    this.theme ??= readTheme(this.element, this.context);
    this.labels ??= new LabelFitter(createMeasure(this.theme.font));
    const scrolled = this.element.scrollTop;
    const first = Math.floor(scrolled / this.rowHeight);
    const last = Math.ceil((scrolled + height) / this.rowHeight);
    const range = flipped
      ? { from: this.rows - last, to: this.rows - first }
      : { from: first + this.firstRow, to: last + this.firstRow };
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawFlameGraph(
      { context: this.context, theme: this.theme, labels: this.labels, faces: this.faces },
      {
        layout,
        focus,
        selected,
        matches,
        view: this.view,
        width: this.element.clientWidth,
        height,
        rowHeight: this.rowHeight,
        rowTop: (row) => this.rowTop(row) - scrolled,
        rows: { from: Math.max(this.firstRow, range.from), to: Math.min(layout.rowStart.length - 1, this.rows, range.to) },
      },
    );
  }

  private boxUnder(event: PointerEvent): number {
    const bounds = this.canvas.getBoundingClientRect();
    const place = Math.floor((event.clientY - bounds.top + this.element.scrollTop) / this.rowHeight);
    const row = this.state.flipped ? this.rows - 1 - place : place + this.firstRow;
    if (row >= this.rows) return -1;
    const position = this.view.from + ((event.clientX - bounds.left) / bounds.width) * (this.view.to - this.view.from);
    return boxAt(this.state.layout, row, position);
  }

  private hover(box: number, event: PointerEvent): void {
    if (box !== this.hovered) {
      this.hovered = box;
      this.placeMark();
    }
    this.events.hover(box, event);
  }

  /** The shade over the hovered box is an element, so that the pointer can move without anything being painted. */
  private placeMark(): void {
    const { layout } = this.state;
    const box = this.hovered;
    this.mark.hidden = box < 0;
    if (box < 0) return;
    const scale = this.element.clientWidth / (this.view.to - this.view.from);
    const left = Math.max(0, (layout.x[box] - this.view.from) * scale);
    const right = Math.min(this.element.clientWidth, (layout.x[box] + layout.width[box] - this.view.from) * scale);
    this.mark.style.left = `${left}px`;
    this.mark.style.top = `${this.rowTop(layout.depth[box])}px`;
    this.mark.style.width = `${Math.max(1, right - left - 1)}px`;
    this.mark.style.height = `${this.rowHeight - 2}px`;
  }

  private refresh(): void {
    this.theme = undefined;
    this.labels = undefined;
    this.settle(this.targetView());
  }

  private listen(): void {
    const { canvas, element } = this;
    canvas.addEventListener('pointermove', (event) => this.hover(this.boxUnder(event), event));
    canvas.addEventListener('pointerleave', (event) => this.hover(-1, event));
    canvas.addEventListener('click', (event) => {
      // A click is a PointerEvent in every browser that has the rest of what is used here.
      const pointer = event as PointerEvent;
      const box = this.boxUnder(pointer);
      if (box >= 0) this.events.click(box, pointer);
    });
    element.addEventListener('scroll', () => this.schedule(), { passive: true });
    const resized = new ResizeObserver(() => {
      this.settle(this.targetView());
      if (!this.sized) this.reveal(this.state.focus);
      this.sized = true;
      this.events.resized();
    });
    resized.observe(element);
    this.stops.push(() => resized.disconnect());
    this.stops.push(
      watchAppearance({
        changed: () => this.refresh(),
        printing: (printing) => {
          this.printing = printing;
          element.classList.toggle('fs-flame-printing', printing);
          this.refresh();
        },
      }),
    );
  }
}

function prefersLessMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Measures on a canvas of its own, so that the font of the picture stays what its painter made it. */
function createMeasure(font: string): TextMeasure {
  const context = createContext(createElement('canvas'));
  const measure = (weight: string) => (text: string) => {
    context.font = `${weight} 12px ${font}`;
    return context.measureText(text).width;
  };
  return { normal: measure('normal'), bold: measure('bold') };
}

function createContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser has no 2D canvas, so the flame graph cannot be drawn.');
  return context;
}
