import type { Side } from './recording.ts';

/**
 * Which side runs first in a round, counted from 0: base and head, then head and base, and so on. A machine that gets slower or
 * faster over time then does so to both.
 */
export function runOrder(round: number): readonly [Side, Side] {
  return round % 2 === 0 ? ['base', 'head'] : ['head', 'base'];
}
