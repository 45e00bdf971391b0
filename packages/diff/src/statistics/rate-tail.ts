import { incompleteBeta } from './incomplete-beta.ts';
import { normalTail } from './normal.ts';

/** A Poisson count, and what it is counted over. */
export interface Counted {
  readonly count: number;
  readonly exposure: number;
}

/** Beyond this sum the exact value and the one from the likelihood ratio agree in all digits that matter. */
const EXACT_UP_TO = 1e5;

/**
 * Two-sided mid-p value of two Poisson counts having one rate: given their sum, each is binomial. Counts need not be whole: a count
 * divided by its dispersion is a count of as much information.
 */
export function rateTail(one: Counted, other: Counted): number {
  const sum = one.count + other.count;
  if (sum === 0) return 1;
  const chance = one.exposure / (one.exposure + other.exposure);
  if (sum > EXACT_UP_TO) {
    const ratio = divergence(one.count, sum * chance) + divergence(other.count, sum * (1 - chance));
    return normalTail(Math.sqrt(2 * Math.max(0, ratio)));
  }
  const below = midTail(other.count, one.count, 1 - chance);
  const above = midTail(one.count, other.count, chance);
  return Math.min(1, 2 * Math.min(below, above));
}

/** P(X > x) + P(X = x) / 2 of a binomial X with `x` + `rest` trials. */
function midTail(x: number, rest: number, chance: number): number {
  const atLeast = x === 0 ? 1 : incompleteBeta(chance, x, rest + 1);
  const more = rest === 0 ? 0 : incompleteBeta(chance, x + 1, rest);
  return (atLeast + more) / 2;
}

function divergence(count: number, expected: number): number {
  return count === 0 ? 0 : count * Math.log(count / expected);
}
