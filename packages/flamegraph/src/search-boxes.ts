import type { FlameLayout } from './layout-flame-graph.ts';
import type { NameMatcher } from './name-matcher.ts';
import { sharesOf, type Shares } from './shares.ts';

const MOST_RANKED = 1000;

/** What a search found. */
export interface BoxMatches {
  /** 1 for each box whose name matches. */
  readonly matched: Uint8Array;
  /** How many boxes before each one match, so that a range is counted at once; one entry more than boxes. */
  readonly before: Int32Array;
  /** How many boxes match. */
  readonly boxes: number;
  /** How many functions match. */
  readonly functions: number;
  /** The widest matching boxes, the widest first; at most a thousand. */
  readonly widest: readonly number[];
  /** With callees; a match inside a match is counted once. */
  readonly shares: Shares;
}

/** Finds the boxes whose function matches. The root and pruned remainders never do. */
export function searchBoxes(layout: FlameLayout, matcher: NameMatcher): BoxMatches {
  return collectMatches(
    layout,
    Uint8Array.from(layout.names, (name) => (matcher.matches(name) ? 1 : 0)),
  );
}

function collectMatches(layout: FlameLayout, names: Uint8Array): BoxMatches {
  const matched = new Uint8Array(layout.boxCount);
  const covered = new Uint8Array(layout.boxCount);
  const before = new Int32Array(layout.boxCount + 1);
  let base = 0;
  let head = 0;
  for (let box = 0; box < layout.boxCount; box++) {
    const name = layout.name[box];
    const hit = name >= 0 && names[name] === 1;
    if (hit) matched[box] = 1;
    before[box + 1] = before[box] + matched[box];
    if (box === 0) continue;
    const parent = layout.parent[box];
    covered[box] = covered[parent] | matched[parent];
    if (hit && covered[box] === 0) {
      base += layout.totalBase[box];
      head += layout.totalHead[box];
    }
  }
  const functions = names.reduce((count, hit, name) => count + (hit === 1 && layout.functions.boxes[name] > 0 ? 1 : 0), 0);
  return {
    matched,
    before,
    boxes: before[layout.boxCount],
    functions,
    widest: widestOf(layout, matched),
    shares: sharesOf(layout, base, head),
  };
}

function widestOf(layout: FlameLayout, matched: Uint8Array): number[] {
  const widths: number[] = [];
  for (let box = 0; box < matched.length; box++) {
    if (matched[box] === 1) widths.push(layout.width[box]);
  }
  // Sorting plain numbers is many times faster than sorting boxes, of which there can be a million.
  const sorted = Float64Array.from(widths).sort();
  const narrowest = sorted[Math.max(0, sorted.length - MOST_RANKED)];
  const boxes: number[] = [];
  for (let box = 0; box < matched.length; box++) {
    if (matched[box] === 1 && layout.width[box] >= narrowest) boxes.push(box);
  }
  return boxes.sort((a, b) => layout.width[b] - layout.width[a] || a - b).slice(0, MOST_RANKED);
}
