import { seededRandom } from '../../fixtures/generators/seeded-random.ts';
import { draw } from './draw.ts';
import type { RecordedPair } from './recorded-runs.ts';
import type { Rule } from './rules.ts';

/** Of how many comparisons, in per cent: the changed function was named; named first; named and nothing else. */
export interface Rates {
  readonly named: number;
  readonly first: number;
  readonly alone: number;
}

/** How many random splits of runs of one program, in per cent, name any function. */
export function falseAlarms(pair: RecordedPair, size: number, rule: Rule, splits: number): number {
  const random = seededRandom(size);
  const pool = [...pair.base, ...pair.head];
  let alarms = 0;
  for (let split = 0; split < splits; split++) {
    const runs = draw(pool, 2 * size, random);
    if (rule(pair, runs.slice(0, size), runs.slice(size)).length > 0) alarms++;
  }
  return (alarms / splits) * 100;
}

/** How a known change of one function is told, in random draws of runs of both programs. */
export function ratesOf(pair: RecordedPair, changed: string, size: number, rule: Rule, draws: number): Rates {
  const random = seededRandom(size);
  const rates = { named: 0, first: 0, alone: 0 };
  for (let i = 0; i < draws; i++) {
    const named = rule(pair, draw(pair.base, size, random), draw(pair.head, size, random));
    if (!named.includes(changed)) continue;
    rates.named += 100 / draws;
    if (named[0] !== changed) continue;
    rates.first += 100 / draws;
    if (named.length === 1) rates.alone += 100 / draws;
  }
  return rates;
}
