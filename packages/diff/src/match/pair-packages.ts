import { nameParts } from '../names/name-parts.ts';
import { pairByEnd } from './pair-by-end.ts';
import { usualMove } from './path-move.ts';
import type { Sibling } from './pair-siblings.ts';

/** Prefixes of more parts are no package's. */
const MOST_PARTS = 32;

/**
 * Pairs functions of packages, modules or types that were renamed as a whole: at least two that nothing else matched have the same end
 * of their names, and what stands before it changed alike in more of them than in any other way. The old prefix must be
 * gone from the head, and the new one must not have been in the base.
 */
export function pairPackages(
  base: { readonly all: readonly Sibling[]; readonly left: readonly Sibling[] },
  head: { readonly all: readonly Sibling[]; readonly left: readonly Sibling[] },
): [base: Sibling, head: Sibling][] {
  const [baseParts, headParts] = [base.left, head.left].map((left) => left.map(({ family }) => nameParts(family)));
  const pairs = pairByEnd(baseParts, headParts);
  const [basePrefixes, headPrefixes] = [prefixes(base.all), prefixes(head.all)];
  const complete = pairs.filter(({ move }) => {
    const [from, to] = move.split(' -> ');
    return from !== '' && to !== '' && !headPrefixes.has(from) && !basePrefixes.has(to);
  });
  const usual = usualMove(complete.map(({ move }) => move));
  return complete.filter(({ move }) => move === usual).map((pair) => [base.left[pair.base], head.left[pair.head]]);
}

/** Everything that stands before some part of a name, as {@link pairByEnd} writes it. */
function prefixes(functions: readonly Sibling[]): Set<string> {
  const found = new Set<string>();
  for (const { family } of functions) {
    let prefix = '';
    for (const part of nameParts(family).slice(0, -1).slice(0, MOST_PARTS))
      found.add((prefix = prefix === '' ? part : `${prefix}/${part}`));
  }
  return found;
}
