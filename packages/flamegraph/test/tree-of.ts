import type { FlameTree } from '../src/index.ts';
import { boxLabel, type FlameLayout } from '../src/layout-flame-graph.ts';

/**
 * A tree from stacks as text: `treeOf('main;parse 30', 'main;render 12')`, or with both sides, `treeOf('main;parse 30 → 45')`.
 * Each line becomes a chain of nodes of its own, so that joining them is the layout's work.
 */
export function treeOf(...lines: string[]): FlameTree {
  const names: string[] = [];
  const parent: number[] = [];
  const name: number[] = [];
  const base: number[] = [];
  const head: number[] = [];
  const union = lines.some((line) => line.includes('→'));
  for (const line of lines) {
    const [, stack, first, second] = /^(.*?) (-?[\d.]+)(?: → (-?[\d.]+))?$/.exec(line) ?? [];
    if (stack === undefined) throw new Error(`not a stack: ${line}`);
    const frames = stack.split(';');
    frames.forEach((frame, i) => {
      if (!names.includes(frame)) names.push(frame);
      parent.push(i === 0 ? -1 : parent.length - 1);
      name.push(names.indexOf(frame));
      const leaf = i === frames.length - 1;
      base.push(leaf && union ? Number(first) : 0);
      head.push(leaf ? Number(union ? second : first) : 0);
    });
  }
  const nodes = union ? { parent, name, base, head } : { parent, name, head };
  return { sampleType: { type: 'cpu', unit: 'count' }, names, nodes };
}

/** The layout as text, one line a row: each box with its total, and with its place in hundredths of the width. */
export function showRows(layout: FlameLayout): string[] {
  const rows: string[] = [];
  for (let row = 0; row < layout.rowStart.length - 1; row++) {
    const boxes: string[] = [];
    for (let box = layout.rowStart[row]; box < layout.rowStart[row + 1]; box++) {
      const total = layout.union ? `${layout.totalBase[box]} → ${layout.totalHead[box]}` : String(layout.totalHead[box]);
      const left = Math.round(layout.x[box] * 100);
      boxes.push(`${boxLabel(layout, box)} ${total} @${left}+${Math.round(layout.width[box] * 100)}`);
    }
    rows.push(boxes.join(' | '));
  }
  return rows;
}

/** The first box of a function. */
export function boxOf(layout: FlameLayout, label: string): number {
  for (let box = 0; box < layout.boxCount; box++) if (boxLabel(layout, box) === label) return box;
  throw new Error(`no box ${label}`);
}
