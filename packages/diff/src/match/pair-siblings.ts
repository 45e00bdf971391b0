import { contentLikeness } from './function-content.ts';
import type { FunctionContent } from './function-content.ts';
import type { SideFunction } from './side-functions.ts';

/** A member of a family, with its index among the functions of its side. */
export interface Sibling extends SideFunction {
  readonly index: number;
}

/** What is known of a member of one side, where it was gathered. */
export type ContentOf = (sibling: Sibling) => FunctionContent | undefined;

/** Base index and head index of one function. */
export type SiblingPair = readonly [base: number, head: number];

/** Families of more pairs than this are matched by name and line alone; only program-made files have such. */
const MAX_PAIRS = 4_000_000;
/** In large families only pairs near the same relative place are looked at: about so many, and so many places at the least. */
const LOOKED_AT = 40_000;
const NEAREST = 20;
/** What a pair is worth beside what speaks for it, so that no member stays alone that could have a partner. */
const ANY_PAIR = 0.25;
const SAME_NAME = 1;
const SAME_LINE = 0.5;
const SAME_CONTENT = 4;
/** Contents of fewer samples count for less. */
const ENOUGH_SAMPLES = 8;

/** Whether the family needs no look at what its members do: one a side, or the very same names and lines on both. */
export function isPlainFamily(base: readonly SideFunction[], head: readonly SideFunction[]): boolean {
  if (base.length === 1 && head.length === 1) return true;
  if (base.length !== head.length) return base.length === 0 || head.length === 0;
  const keys = new Set(base.map(nameAndLine));
  return head.every((sibling) => keys.has(nameAndLine(sibling)));
}

/**
 * Pairs the members of a family, which compilers number in the order of the source: a new closure shifts the numbers of those
 * behind it. The order is kept, and of all ways to keep it the one with the best likeness of content, names and lines is taken.
 */
export function pairSiblings(
  base: readonly Sibling[],
  head: readonly Sibling[],
  baseContent: ContentOf,
  headContent: ContentOf,
): SiblingPair[] {
  if (base.length === 1 && head.length === 1) return [[base[0].index, head[0].index]];
  if (isPlainFamily(base, head) || base.length * head.length > MAX_PAIRS) return pairEqual(base, head);
  return alignInOrder([...base].sort(bySource), [...head].sort(bySource), (a, b) =>
    pairWorth(a, b, baseContent(a), headContent(b)),
  );
}

function pairEqual(base: readonly Sibling[], head: readonly Sibling[]): SiblingPair[] {
  const byKey = new Map(base.map((sibling) => [nameAndLine(sibling), sibling.index]));
  return head.flatMap((sibling) => {
    const partner = byKey.get(nameAndLine(sibling));
    return partner === undefined ? [] : [[partner, sibling.index] as const];
  });
}

function nameAndLine({ canonicalName, startLine }: SideFunction): string {
  return `${startLine} ${canonicalName}`;
}

function pairWorth(base: Sibling, head: Sibling, baseContent?: FunctionContent, headContent?: FunctionContent): number {
  let worth = ANY_PAIR;
  if (base.canonicalName === head.canonicalName) worth += SAME_NAME;
  if (base.startLine === head.startLine) worth += SAME_LINE;
  if (baseContent && headContent) {
    const evidence = Math.min(1, Math.min(baseContent.weight, headContent.weight) / ENOUGH_SAMPLES);
    worth += SAME_CONTENT * evidence * contentLikeness(baseContent, headContent);
  }
  return worth;
}

/** The order in the source: by line, then by the numbers in the name. */
function bySource(a: Sibling, b: Sibling): number {
  return a.startLine - b.startLine || compareNumbers(numbersIn(a.canonicalName), numbersIn(b.canonicalName)) || a.index - b.index;
}

function numbersIn(name: string): number[] {
  return Array.from(name.matchAll(/\d+/g), ([digits]) => Number(digits));
}

function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
}

/**
 * The alignment of two sequences with the greatest sum of worths (Needleman and Wunsch, gaps cost nothing), of pairs near the same
 * relative place.
 */
function alignInOrder(
  base: readonly Sibling[],
  head: readonly Sibling[],
  worth: (base: Sibling, head: Sibling) => number,
): SiblingPair[] {
  const width = head.length + 1;
  const best = new Float64Array((base.length + 1) * width);
  const worths = new Float64Array(base.length * head.length).fill(Number.NEGATIVE_INFINITY);
  const slope = head.length / base.length;
  const near = Math.max(NEAREST, LOOKED_AT / (2 * base.length));
  for (let i = base.length - 1; i >= 0; i--) {
    for (let j = head.length - 1; j >= 0; j--) {
      const isNear = Math.abs(j - i * slope) <= near;
      const pair = isNear ? (worths[i * head.length + j] = worth(base[i], head[j])) : Number.NEGATIVE_INFINITY;
      best[i * width + j] = Math.max(pair + best[(i + 1) * width + j + 1], best[(i + 1) * width + j], best[i * width + j + 1]);
    }
  }
  const pairs: SiblingPair[] = [];
  for (let i = 0, j = 0; i < base.length && j < head.length; ) {
    if (best[i * width + j] === worths[i * head.length + j] + best[(i + 1) * width + j + 1])
      pairs.push([base[i++].index, head[j++].index]);
    else if (best[i * width + j] === best[(i + 1) * width + j]) i++;
    else j++;
  }
  return pairs;
}
