/** How often verdicts are true, on runs of which the truth is known: writes ../VERDICTS.md. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { falseAlarms, ratesOf } from './measure-rates.ts';
import { readPair } from './recorded-runs.ts';
import { renderVerdicts } from './render-verdicts.ts';
import type { AlarmRow, RateRow } from './render-verdicts.ts';
import { flamestep, permutation, tenPercent } from './rules.ts';
import type { Rule } from './rules.ts';

const SPLITS = 1000;
const DRAWS = 400;
const RULES: readonly (readonly [string, Rule])[] = [
  ['flamestep', flamestep(false)],
  ['flamestep, operations given', flamestep(true)],
  ['permutation test', permutation],
  ['more than 10 %', tenPercent],
];

const corpus = process.env['FLAMESTEP_CORPUS'];
if (!corpus) throw new Error('set FLAMESTEP_CORPUS to the folder with the test data (its own/noise is compared)');
const pairOf = (set: string, base: string, head: string, type: string) =>
  readPair(join(corpus, 'own/noise', set, base), join(corpus, 'own/noise', set, head), type);

const LITERAL = 'encoding/json.(*decodeState).literalStore';
const UNQUOTE = 'encoding/json.unquoteBytes';
const ESCAPER = 'html/template.htmlEscaper';
const same = pairOf('json-unmarshal', 'base', 'base2', 'cpu');
const alarms: AlarmRow[] = [3, 5, 10].flatMap((size) =>
  RULES.map(([rule, apply]) => ({ size, rule, percent: falseAlarms(same, size, apply, SPLITS) })),
);
const rates: RateRow[] = (
  [
    ['json-unmarshal', 'base', 'slow-literal', 'cpu', LITERAL, [3, 5, 10]],
    ['json-unmarshal', 'base2', 'slow-literal', 'cpu', LITERAL, [3, 5, 10]],
    ['json-unmarshal', 'slow-literal', 'base', 'cpu', LITERAL, [3, 5, 10]],
    ['json-unmarshal', 'base', 'slow-string', 'cpu', UNQUOTE, [3, 5, 10]],
    ['json-unmarshal', 'slow-string', 'base', 'cpu', UNQUOTE, [3, 5, 10]],
    ['template-allocs', 'base', 'alloc', 'alloc_objects', ESCAPER, [3, 5]],
    ['template-allocs', 'base', 'alloc', 'alloc_space', ESCAPER, [3, 5]],
  ] as const
).flatMap(([set, base, head, type, changed, sizes]) => {
  const pair = pairOf(set, base, head, type);
  // The operations beside the allocation profiles are those of several benchmarks.
  const rules = set === 'template-allocs' ? RULES.filter(([name]) => !name.includes('operations')) : RULES;
  return sizes.flatMap((size) =>
    rules.map(([rule, apply]) => ({
      pair: `${type}: ${base} → ${head}`,
      size,
      rule,
      ...ratesOf(pair, changed, size, apply, DRAWS),
    })),
  );
});
const page = renderVerdicts({ splits: SPLITS, draws: DRAWS, alarms, rates });
writeFileSync(new URL('../VERDICTS.md', import.meta.url), page);
console.log(page);
