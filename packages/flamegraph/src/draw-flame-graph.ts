import { drawBox, drawOwnBox, type BoxFace } from './draw-box.ts';
import { levelOf } from './box-faces.ts';
import { boxLabel, type FlameLayout } from './layout-flame-graph.ts';
import { NARROWEST, type Brush, type Picture } from './picture.ts';
import { walkRow } from './visible-boxes.ts';

export function drawFlameGraph(brush: Brush, picture: Picture): void {
  const { context, theme } = brush;
  const { layout, view, width, rows, matches } = picture;
  context.fillStyle = theme.card;
  context.fillRect(0, 0, width, picture.height);
  const outlines: Outline[] = [];
  const onPath = pathOf(layout, picture.selected);
  for (let row = rows.from; row < rows.to; row++) {
    const top = picture.rowTop(row);
    const height = picture.rowHeight - 2;
    walkRow(layout, row, view, width, NARROWEST, {
      box: (box, left, right) => {
        const face = faceOf(brush, layout, box);
        drawBox(brush, layout, box, face, { left, top, width: right - left, height });
        const matched = matches !== undefined && matches.matched[box] === 1;
        const sameFunction = picture.selected > 0 && layout.name[box] === layout.name[picture.selected];
        const outline =
          box === picture.selected && box > 0
            ? 'selected'
            : matched
              ? 'match'
              : sameFunction || onPath.has(box)
                ? 'path'
                : undefined;
        if (outline !== undefined) outlines.push({ left, top, width: right - left, height, kind: outline });
        if (box === picture.focus || box === picture.selected) drawOwnBox(brush, picture, box, face, height);
      },
      crowd: (first, last, left, right) => {
        const found = matches !== undefined && matches.before[last + 1] > matches.before[first];
        context.fillStyle = found ? theme.accent : theme.neutral;
        context.fillRect(left, top, Math.max(right - left, 0.5), height);
      },
    });
  }
  for (const outline of outlines) drawOutline(brush, outline);
}

function faceOf(brush: Brush, layout: FlameLayout, box: number): BoxFace {
  const { theme, faces } = brush;
  const name = layout.name[box];
  const level = levelOf(faces, layout, box);
  const hollow = layout.totalHead[box] < 0 || layout.totalBase[box] < 0;
  const plain = layout.union || name < 0;
  return {
    level,
    label: boxLabel(layout, box),
    fill: plain ? theme.fill(level) : theme.packages[faces.fill[name]],
    text: theme.onFill(level),
    hollow,
    hatched: name >= 0 && faces.hatched[name] === 1,
    dashed: hollow || layout.ownHead[box] < 0 || layout.ownBase[box] < 0,
  };
}

function pathOf(layout: FlameLayout, selected: number): ReadonlySet<number> {
  const path = new Set<number>();
  for (let box = selected; box > 0; box = layout.parent[box]) path.add(box);
  path.add(0);
  return path;
}

interface Outline {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly kind: 'selected' | 'match' | 'path';
}

function drawOutline({ context, theme }: Brush, outline: Outline): void {
  const line = outline.kind === 'selected' ? 3 : outline.kind === 'match' ? 2 : 1.5;
  context.strokeStyle = context.fillStyle = outline.kind === 'match' ? theme.accent : theme.text;
  if (outline.width < 2 * line + 1) {
    context.fillRect(outline.left, outline.top, Math.max(1, outline.width), outline.height);
    return;
  }
  context.lineWidth = line;
  context.beginPath();
  context.roundRect(outline.left + line / 2, outline.top + line / 2, outline.width - line - 1, outline.height - line, 2);
  context.stroke();
}
