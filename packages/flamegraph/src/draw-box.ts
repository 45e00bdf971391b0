import type { ChangeLevel } from './change-level.ts';
import { formatPercent, formatPercents } from './format-value.ts';
import type { FlameLayout } from './layout-flame-graph.ts';
import type { Brush, Picture } from './picture.ts';
import { ownShares, totalShares, type Shares } from './shares.ts';

export interface BoxFace {
  readonly level: ChangeLevel;
  readonly label: string;
  readonly fill: string;
  readonly text: string;
  /** The value with callees is negative: drawn hollow. */
  readonly hollow: boolean;
  /** The change of its colour is within noise. */
  readonly hatched: boolean;
  /** That, or the own value alone is negative: drawn with a dashed edge. */
  readonly dashed: boolean;
}

export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Space left and right of what stands in a box. */
const PADDING = 5;
/** Boxes at least this wide, in pixels, show the bars of both sides. */
const BARS_FROM = 24;
/** Distance of the lines of a hatch. */
const HATCH_STEP = 8;
const MARKS: Record<number, string> = { [-1]: '▼ ', 0: '', 1: '▲ ' };

export function drawBox(brush: Brush, layout: FlameLayout, box: number, face: BoxFace, rect: Rect): void {
  const inner = { ...rect, width: rect.width - (rect.width > 3 ? 1 : 0) };
  fillBox(brush, inner, face);
  if (inner.width < 12) return;
  drawText(brush, layout, box, face, inner);
  if (layout.union && inner.width >= BARS_FROM) drawBars(brush, totalShares(layout, box), face, inner);
}

/** A box's own cost, drawn where no callee stands: at its right end, one row below it. */
export function drawOwnBox(brush: Brush, picture: Picture, box: number, face: BoxFace, height: number): void {
  const { layout, view } = picture;
  if (box === 0 || layout.firstChild[box] === layout.firstChild[box + 1]) return;
  const last = layout.firstChild[box + 1] - 1;
  const scale = picture.width / (view.to - view.from);
  const left = Math.max(0, (layout.x[last] + layout.width[last] - view.from) * scale);
  const right = Math.min(picture.width, (layout.x[box] + layout.width[box] - view.from) * scale);
  if (right - left < 3) return;
  const own = ownShares(layout, box);
  const rect = { left, top: picture.rowTop(layout.depth[box] + 1), width: right - left - 1, height };
  fillBox(brush, rect, face);
  const values = layout.union ? formatPercents(own.base, own.head) : formatPercent(own.head);
  drawTexts(brush, rect, face, 'own', values);
  if (layout.union && rect.width >= BARS_FROM) drawBars(brush, own, face, rect);
  brush.context.strokeStyle = brush.theme.text;
  brush.context.lineWidth = 1.5;
  brush.context.strokeRect(rect.left + 0.75, rect.top + 0.75, Math.max(0, rect.width - 1.5), rect.height - 1.5);
}

function fillBox(brush: Brush, rect: Rect, face: BoxFace): void {
  const { context, theme } = brush;
  context.fillStyle = face.hollow ? theme.card : face.fill;
  if (rect.width < 8) {
    context.fillRect(rect.left, rect.top, rect.width, rect.height);
  } else {
    context.beginPath();
    context.roundRect(rect.left, rect.top, rect.width, rect.height, 2);
    context.fill();
  }
  if (face.hatched && !face.hollow) drawHatch(brush, rect);
  if (!face.dashed) return;
  context.strokeStyle = theme.text;
  context.lineWidth = 1;
  context.setLineDash([3, 2]);
  context.strokeRect(rect.left + 0.5, rect.top + 0.5, Math.max(0, rect.width - 1), rect.height - 1);
  context.setLineDash([]);
}

/** Slanting lines that run on from box to box. */
function drawHatch({ context, theme }: Brush, { left, top, width, height }: Rect): void {
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.strokeStyle = theme.hatch;
  context.lineWidth = 3;
  context.beginPath();
  for (let x = Math.floor((left - height) / HATCH_STEP) * HATCH_STEP; x < left + width; x += HATCH_STEP) {
    context.moveTo(x, top + height);
    context.lineTo(x + height, top);
  }
  context.stroke();
  context.restore();
}

function drawText(brush: Brush, layout: FlameLayout, box: number, face: BoxFace, rect: Rect): void {
  const total = totalShares(layout, box);
  const own = ownShares(layout, box);
  const values = !layout.union
    ? formatPercent(total.head)
    : face.level !== 0
      ? `own ${formatPercents(own.base, own.head)}`
      : formatPercents(total.base, total.head);
  drawTexts(brush, rect, face, face.label, values);
}

/** The name from the left and, where there is room for it beside the name's shortest form, the values at the right end. */
function drawTexts(brush: Brush, rect: Rect, face: BoxFace, label: string, values: string): void {
  const { context, theme, labels } = brush;
  const mark = `${MARKS[Math.sign(face.level)]}${face.hollow ? '− ' : ''}`;
  const color = face.hollow ? theme.text : face.text;
  const baseline = rect.top + Math.min(15, rect.height / 2 + 4);
  const room = rect.width - 2 * PADDING;
  context.fillStyle = color;
  context.textBaseline = 'alphabetic';

  context.font = `bold 12px ${theme.font}`;
  const markWidth = mark === '' ? 0 : context.measureText(mark).width;
  if (room < markWidth) return;
  if (mark !== '') context.fillText(mark, rect.left + PADDING, baseline);

  context.font = `12px ${theme.font}`;
  const valuesWidth = room > 60 ? context.measureText(values).width + 12 : Number.POSITIVE_INFINITY;
  const withValues = markWidth + labels.shortest(label) + valuesWidth <= room;
  if (withValues) context.fillText(values, rect.left + rect.width - PADDING - valuesWidth + 12, baseline);

  const fitted = labels.fit(label, room - markWidth - (withValues ? valuesWidth : 0));
  if (fitted.function === '') return;
  const start = rect.left + PADDING + markWidth;
  let at = start;
  if (fitted.prefix !== '') {
    context.fillText(fitted.prefix, at, baseline);
    at += context.measureText(fitted.prefix).width;
  }
  context.font = `bold 12px ${theme.font}`;
  context.fillText(fitted.function, at, baseline);
}

/** Base as a thin hollow bar, head as a thick full one, both against the larger of the two. */
function drawBars({ context, theme }: Brush, sides: Shares, face: BoxFace, rect: Rect): void {
  const base = Math.abs(sides.base);
  const head = Math.abs(sides.head);
  const larger = Math.max(base, head);
  if (larger === 0) return;
  const room = rect.width - 2 * PADDING + 1;
  const color = face.hollow ? theme.text : face.text;
  context.globalAlpha = 0.85;
  context.strokeStyle = context.fillStyle = color;
  context.lineWidth = 1;
  if (base > 0) context.strokeRect(rect.left + PADDING, rect.top + 22.5, Math.max(1, (room * base) / larger - 1), 3);
  if (head > 0) context.fillRect(rect.left + PADDING - 0.5, rect.top + 27.5, Math.max(1, (room * head) / larger), 3.5);
  context.globalAlpha = 1;
}
