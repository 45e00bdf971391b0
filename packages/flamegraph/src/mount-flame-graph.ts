import { adoptStyles } from './adopt-styles.ts';
import { createElement } from './create-element.ts';
import { describeBox, describeGraph } from './describe-box.ts';
import { FlameCanvas, type FlameState } from './flame-canvas.ts';
import { createFlameControls } from './flame-controls.ts';
import type { FlameTree } from './flame-tree.ts';
import { layoutCheckedTree, type FlameLayout, type LayoutOptions } from './layout-flame-graph.ts';
import { createLegend } from './legend.ts';
import { readSearch, type NameMatcher } from './name-matcher.ts';
import { directionOf, nextBox } from './next-box.ts';
import { createNotes } from './notes.ts';
import { openingBox, openingFocus } from './opening-box.ts';
import { fillPathLinks } from './path-links.ts';
import { readFlameTree } from './read-flame-tree.ts';
import { searchBoxes, type BoxMatches } from './search-boxes.ts';
import { fillSearchStatus } from './search-status.ts';
import { fillSelectionPanel } from './selection-panel.ts';
import { showTooltip } from './tooltip.ts';

/** How a flame graph begins on a page. */
export interface MountOptions extends LayoutOptions {
  /** As in `LayoutOptions`; left out: recursion is folded where stacks have more than 30 rows. The page has a button for it. */
  readonly foldRecursion?: boolean;
  /** Heading beside the controls; none without it. */
  readonly heading?: string;
  /** Function to open at: its widest box is selected, and on narrow screens zoomed to. */
  readonly openAt?: string;
  /** The root at the bottom. Default: at the top. */
  readonly flipped?: boolean;
  /** With two sides: functions whose change was found. What else is coloured is hatched, as within noise. Left out: nothing is. */
  readonly findings?: readonly string[];
}

/** What changed: `layout` is another picture of the same tree. */
export interface FlameGraphEvent {
  readonly type: 'layout' | 'search' | 'select' | 'zoom';
}

/** A flame graph on the page. Boxes are the numbers of `layout`. */
export interface FlameGraphHandle {
  readonly layout: FlameLayout;
  /** The box that fills the width; 0 is the root. */
  readonly focus: number;
  /** The box whose figures are shown: at first the root, or that of `openAt`. */
  readonly selected: number;
  /** What the search box holds; undefined when it is empty. */
  readonly matcher: NameMatcher | undefined;
  readonly matches: BoxMatches | undefined;
  /** Makes a box fill the width. */
  zoomTo(box: number): void;
  /** Undoes the last zoom. Returns false where there is none. */
  back(): boolean;
  /** Shows everything again. */
  resetZoom(): void;
  /** Selects a box and shows its figures. */
  select(box: number): void;
  /** Selects the widest box of a function (an index into `layout.names`) and zooms so that it can be seen. */
  selectFunction(name: number): void;
  /** Marks what matches, as if it had been typed; `''` ends the search. */
  search(typed: string): void;
  focusSearch(): void;
  /** Calls back after each change until the returned function is called. */
  subscribe(listener: (event: FlameGraphEvent) => void): () => void;
  /** Takes it off the page, listeners and all. */
  destroy(): void;
}

/** Boxes narrower than this, in shares of the view, are zoomed towards when they are to be seen. */
const READABLE = 0.04;
/** Stacks with more rows than this do not fit a screen. */
const DEEP = 30;

/** Draws a tree into an element and answers to mouse, touch and keyboard. Throws `FlamegraphError` where the tree is not valid. */
export function mountFlameGraph(element: HTMLElement, tree: FlameTree, options: MountOptions = {}): FlameGraphHandle {
  const checked = readFlameTree(tree, options.limits);
  const build = (foldRecursion: boolean) => layoutCheckedTree(checked, { ...options, foldRecursion });
  const unfolded = build(false);
  const folded = options.foldRecursion ?? (unfolded.recursive && unfolded.rowStart.length - 1 > DEEP);
  return new MountedFlameGraph(element, { ...options, foldRecursion: folded }, folded ? build(true) : unfolded, build);
}

class MountedFlameGraph implements FlameGraphHandle {
  matcher: NameMatcher | undefined;
  private readonly build: (foldRecursion: boolean) => FlameLayout;
  private readonly listeners = new Set<(event: FlameGraphEvent) => void>();
  private readonly history: number[] = [];
  private readonly root = createElement('div', { class: 'fs-flame' });
  private readonly status = createElement('p', { class: 'fs-status', role: 'status' });
  private readonly legend = createElement('div');
  private readonly path = createElement('nav', { class: 'fs-path', 'aria-label': 'Callers of the zoomed box' });
  private readonly tip = createElement('div', { class: 'fs-flame-tip', hidden: true, 'aria-hidden': 'true' });
  private readonly panel = createElement('section', { class: 'fs-selected', 'aria-label': 'Selected box' });
  private readonly notes = createElement('div', { class: 'fs-note' });
  private readonly live = createElement('div', { class: 'fs-hidden', 'aria-live': 'polite' });
  private readonly judged: boolean;
  private readonly controls: ReturnType<typeof createFlameControls>;
  private readonly canvas: FlameCanvas;
  private state: FlameState;

  constructor(element: HTMLElement, options: MountOptions, layout: FlameLayout, build: (foldRecursion: boolean) => FlameLayout) {
    this.build = build;
    this.judged = options.findings !== undefined;
    this.state = {
      layout,
      focus: 0,
      selected: openingBox(layout, options.openAt),
      matches: undefined,
      flipped: options.flipped ?? false,
    };
    this.canvas = new FlameCanvas(
      this.state,
      {
        hover: (box, event) => this.hover(box, event),
        click: (box, event) => this.click(box, event),
        resized: () => this.showPath(),
      },
      options.findings,
    );
    this.controls = createFlameControls({
      heading: options.heading,
      layout,
      folded: options.foldRecursion ?? false,
      flipped: this.state.flipped,
      search: (typed) => this.search(typed),
      nextMatch: (step) => this.selectMatch(step),
      leave: () => this.canvas.canvas.focus(),
      reset: () => this.resetZoom(),
      fold: (folded) => this.fold(folded),
      flip: (flipped) => this.change({ flipped }),
    });
    const { canvas } = this.canvas;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-roledescription', 'flame graph');
    this.root.append(this.controls.element, this.status, this.legend, this.path, this.canvas.element);
    this.root.append(this.tip, this.notes, this.panel, this.live);
    this.root.addEventListener('keydown', (event) => this.key(event));
    this.canvas.element.addEventListener('scroll', () => {
      this.tip.hidden = true;
    });
    adoptStyles(element);
    element.append(this.root);
    this.open(options.openAt !== undefined);
  }

  get layout(): FlameLayout {
    return this.state.layout;
  }

  get focus(): number {
    return this.state.focus;
  }

  get selected(): number {
    return this.state.selected;
  }

  get matches(): BoxMatches | undefined {
    return this.state.matches;
  }

  zoomTo(box: number): void {
    if (box === this.state.focus) return;
    this.history.push(this.state.focus);
    this.change({ focus: box, selected: box });
    this.emit('zoom');
  }

  back(): boolean {
    const focus = this.history.pop();
    if (focus === undefined) return false;
    this.change({ focus });
    this.emit('zoom');
    return true;
  }

  resetZoom(): void {
    this.history.length = 0;
    this.change({ focus: 0 });
    this.emit('zoom');
  }

  select(box: number): void {
    this.change({ selected: box });
    this.canvas.reveal(box);
    this.live.textContent = describeBox(this.layout, box);
    this.emit('select');
  }

  selectFunction(name: number): void {
    const box = this.layout.functions.widest[name];
    if (box >= 0) this.show(box);
  }

  search(typed: string): void {
    this.matcher = readSearch(typed);
    this.controls.setSearch(typed);
    this.change({ matches: this.matcher === undefined ? undefined : searchBoxes(this.layout, this.matcher) });
    this.emit('search');
  }

  focusSearch(): void {
    this.controls.focusSearch();
  }

  subscribe(listener: (event: FlameGraphEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  destroy(): void {
    this.canvas.destroy();
    this.listeners.clear();
    this.root.remove();
  }

  private emit(type: FlameGraphEvent['type']): void {
    for (const listener of this.listeners) listener({ type });
  }

  private open(chosen: boolean): void {
    const { layout, selected } = this.state;
    this.legend.replaceChildren(createLegend(layout, this.judged));
    this.notes.replaceChildren(...createNotes(layout));
    this.canvas.canvas.setAttribute('aria-label', describeGraph(layout));
    if (this.canvas.narrow) {
      // A narrow screen begins where the boxes become readable; the way there stands above as links.
      this.change({ focus: chosen ? selected : openingFocus(layout) });
    } else {
      this.change({});
    }
  }

  private change(part: Partial<FlameState>): void {
    this.state = { ...this.state, ...part };
    const { layout, focus, selected } = this.state;
    this.canvas.update(this.state);
    this.tip.hidden = true;
    this.controls.setZoomed(focus !== 0);
    this.showPath();
    fillSelectionPanel(this.panel, layout, selected);
    fillSearchStatus(this.status, layout, this.matcher, this.state.matches);
  }

  private showPath(): void {
    const { layout, focus } = this.state;
    this.path.hidden = focus === 0 || !this.canvas.narrow;
    if (!this.path.hidden) fillPathLinks(this.path, layout, focus, (box) => this.zoomTo(box));
  }

  private fold(folded: boolean): void {
    const name = this.layout.name[this.state.selected];
    const layout = this.build(folded);
    this.history.length = 0;
    this.legend.replaceChildren(createLegend(layout, this.judged));
    this.notes.replaceChildren(...createNotes(layout));
    this.change({
      layout,
      focus: 0,
      selected: name >= 0 ? Math.max(0, layout.functions.widest[name]) : 0,
      matches: this.matcher === undefined ? undefined : searchBoxes(layout, this.matcher),
    });
    this.emit('layout');
  }

  private hover(box: number, event: PointerEvent): void {
    if (box < 0 || event.pointerType === 'touch') {
      this.tip.hidden = true;
      return;
    }
    const bounds = this.root.getBoundingClientRect();
    showTooltip(this.tip, this.layout, box, event.clientX - bounds.left, event.clientY - bounds.top);
  }

  private click(box: number, event: PointerEvent): void {
    // A finger has no hover: the first tap shows the values, the second zooms.
    const firstTap = event.pointerType === 'touch' && box !== this.state.selected;
    if (firstTap || box === this.state.focus) this.select(box);
    else {
      this.zoomTo(box);
      this.live.textContent = describeBox(this.layout, box);
      this.emit('select');
    }
  }

  /** Selects a box and zooms far enough out or in that it can be read. */
  private show(box: number): void {
    const { layout, focus } = this.state;
    const { from, to } = this.canvas.shownView;
    // Rounding: the edge of a box may lie a hair outside its caller.
    const hair = (to - from) * 1e-9;
    const inside = layout.x[box] > from - hair && layout.x[box] + layout.width[box] < to + hair;
    let target = focus;
    if (!inside || layout.width[box] < READABLE * (to - from)) {
      target = box;
      while (target > 0 && layout.width[box] > 4 * READABLE * layout.width[target]) target = layout.parent[target];
    }
    if (target !== focus) this.history.push(focus);
    this.change({ focus: target });
    this.select(box);
  }

  /** From the widest matching box to the narrower ones, and round. */
  private selectMatch(step: 1 | -1): void {
    const widest = this.state.matches?.widest ?? [];
    if (widest.length === 0) return;
    const at = widest.indexOf(this.state.selected);
    this.show(widest[at < 0 ? 0 : (at + step + widest.length) % widest.length]);
  }

  private key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return;
    if (event.key === '/') {
      event.preventDefault();
      this.focusSearch();
      return;
    }
    if (event.target === this.canvas.canvas && this.canvasKey(event.key)) event.preventDefault();
  }

  private canvasKey(key: string): boolean {
    const { layout, selected, flipped } = this.state;
    const direction = directionOf(key, flipped);
    if (direction !== undefined) {
      this.select(nextBox(layout, selected, direction, this.canvas.shownView, this.canvas.narrowest));
    } else if (key === 'Enter' || key === ' ') {
      this.zoomTo(selected);
    } else if (key === 'Home') {
      this.resetZoom();
    } else if (key === 'Escape' || key === 'Backspace') {
      return this.back();
    } else return false;
    return true;
  }
}
