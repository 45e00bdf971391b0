import type { FlameLayout } from './layout-flame-graph.ts';

/** A value as a share of its side's whole; 0 where that side is empty. */
export function shareOf(value: number, whole: number): number {
  return whole > 0 ? value / whole : 0;
}

/** Both sides of one amount, as shares of each side's whole. */
export interface Shares {
  /** 0 to 1; of the base. */
  readonly base: number;
  /** 0 to 1; of the head. */
  readonly head: number;
}

/** Value without callees. */
export function ownShares(layout: FlameLayout, box: number): Shares {
  return sharesOf(layout, layout.ownBase[box], layout.ownHead[box]);
}

/** Value with callees. */
export function totalShares(layout: FlameLayout, box: number): Shares {
  return sharesOf(layout, layout.totalBase[box], layout.totalHead[box]);
}

export function sharesOf(layout: FlameLayout, base: number, head: number): Shares {
  return { base: shareOf(base, layout.whole.base), head: shareOf(head, layout.whole.head) };
}

/** Change of a function's own cost over all its boxes, in points. 0 for the root and for pruned remainders. */
export function ownChange(layout: FlameLayout, name: number): number {
  if (name < 0) return 0;
  const { base, head } = sharesOf(layout, layout.functions.ownBase[name], layout.functions.ownHead[name]);
  return (head - base) * 100;
}
