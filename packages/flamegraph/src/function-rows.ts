import type { FlameLayout } from './layout-flame-graph.ts';
import type { NameMatcher } from './name-matcher.ts';
import { ownChange, sharesOf } from './shares.ts';

export type FunctionColumn = 'name' | 'own' | 'total' | 'base' | 'change';

export interface RowOrder {
  readonly by: FunctionColumn;
  readonly descending: boolean;
}

/** With two sides the largest changes come first, in either direction; with one, the largest own cost. */
export function defaultOrder(layout: FlameLayout): RowOrder {
  return { by: layout.union ? 'change' : 'own', descending: true };
}

/** The functions (indices into `names`) that match, ordered; equal ones by name. */
export function orderFunctions(layout: FlameLayout, order: RowOrder, matcher: NameMatcher | undefined): number[] {
  const { names, functions } = layout;
  const rows: number[] = [];
  for (let name = 0; name < names.length; name++) {
    const present = functions.boxes[name] > 0 || functions.totalHead[name] !== 0 || functions.totalBase[name] !== 0;
    if (present && (matcher === undefined || matcher.matches(names[name]))) rows.push(name);
  }
  const byName = (a: number, b: number) => (names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : 0);
  const turn = order.descending ? -1 : 1;
  if (order.by === 'name') return rows.sort((a, b) => turn * byName(a, b));
  const key = Float64Array.from(names, (_, name) => keyOf(layout, order.by, name));
  return rows.sort((a, b) => turn * (key[a] - key[b]) || byName(a, b));
}

function keyOf(layout: FlameLayout, by: FunctionColumn, name: number): number {
  const { ownBase, ownHead, totalBase, totalHead } = layout.functions;
  if (by === 'change') return Math.abs(ownChange(layout, name));
  if (by === 'base') return ownBase[name];
  if (by === 'own') return ownHead[name];
  const total = sharesOf(layout, totalBase[name], totalHead[name]);
  return layout.union ? (total.base + total.head) / 2 : total.head;
}
