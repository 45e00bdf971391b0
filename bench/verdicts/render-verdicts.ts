import type { Rates } from './measure-rates.ts';

/** Comparisons of a program with itself. */
export interface AlarmRow {
  readonly size: number;
  readonly rule: string;
  readonly percent: number;
}

/** Comparisons with a known change. */
export interface RateRow extends Rates {
  readonly pair: string;
  readonly size: number;
  readonly rule: string;
}

export interface Verdicts {
  readonly splits: number;
  readonly draws: number;
  readonly alarms: readonly AlarmRow[];
  readonly rates: readonly RateRow[];
}

/** The results as a markdown page: a row for each comparison and number of runs, a column for each rule. */
export function renderVerdicts({ splits, draws, alarms, rates }: Verdicts): string {
  const rules = unique(alarms.map(({ rule }) => rule));
  const sizes = unique(alarms.map(({ size }) => size));
  const pairs = unique(rates.map(({ pair }) => pair));
  const alarmRows = sizes.map((size) => [
    `${size}`,
    ...rules.map((rule) => `${alarms.find((row) => row.size === size && row.rule === rule)!.percent.toFixed(1)} %`),
  ]);
  const rateRows = pairs.flatMap((pair) =>
    sizes
      .filter((size) => rates.some((row) => row.pair === pair && row.size === size))
      .map((size) => [pair, `${size}`, ...rules.map((rule) => cell(rates.find((row) => isOf(row, pair, size, rule))))]),
  );
  return `# Verdicts

Written by \`npm run bench:verdicts\`, from \`own/noise\` of the test data: many runs of benchmarks on a noisy machine with two cores,
about 280 CPU samples a run, of which it is known what was changed. Draws are random with fixed seeds.

Targets: of identical programs at most 1 comparison in 50 names any function; a change of 4 % of the whole is named first and alone
in 60 of 100 comparisons with 3 runs a side, in 95 of 100 with 5 and with 10.

## Identical programs: how many comparisons name any function

${splits} random splits of the runs of \`base\` and \`base2\`, which are one binary.

${table(['runs a side', ...rules], alarmRows)}

## One function changed: named / named first / named alone, in per cent

${draws} random draws each; of the five to ten runs a side there are only so many, so draws overlap. \`slow-literal\` costs 4 % of the whole
more, \`slow-string\` 18 %, \`alloc\` one allocation more for each call.

${table(['comparison', 'runs a side', ...rules], rateRows)}

## The rules

- flamestep: what \`compare\` does by default.
- flamestep, operations given: the same with the number of operations of every run.
- permutation test: of the shares, over the runs, Benjamini-Hochberg at 0.05, and flamestep's least effect. Of 3 + 3 runs there are 20
  splits, of 5 + 5 there are 252: after correction nothing can pass.
- more than 10 %: every function with at least half a per cent whose share changed by more than a tenth.
`;
}

function cell(row: RateRow | undefined): string {
  return row ? `${row.named.toFixed(0)} / ${row.first.toFixed(0)} / ${row.alone.toFixed(0)}` : '';
}

function isOf(row: RateRow, pair: string, size: number, rule: string): boolean {
  return row.pair === pair && row.size === size && row.rule === rule;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
