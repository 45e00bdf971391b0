import type { ChangePoint, Trend, TrendPoint } from '@flamestep/diff';
import { guardCommands, terminalText } from '../escape/escape-terminal.ts';
import { formatCost } from '../words/format-numbers.ts';
import { createPaint } from './paint.ts';

/** Options of {@link renderTrend}. */
export interface TrendOptions {
  /** Unit of the points' values, as in pprof: `nanoseconds`. */
  readonly unit: string;
  readonly color?: boolean | undefined;
  /** Columns; 100 by default. */
  readonly width?: number | undefined;
}

const BARS = '▁▂▃▄▅▆▇█';

/** Renders a series as text: a line of bars from the least to the greatest value, where its level changed, and what is usual now. */
export function renderTrend(trend: Trend, points: readonly TrendPoint[], options: TrendOptions): string {
  const { unit } = options;
  const paint = createPaint(options.color ?? false);
  const shown = points.slice(-Math.max(20, (options.width ?? 100) - 4));
  if (shown.length === 0) return '  No results yet.\n';
  const first = points.length - shown.length;
  const values = shown.map(({ value }) => value);
  const least = Math.min(...values);
  const greatest = Math.max(...values);
  const marks = new Map([
    ...trend.outliers.map((index) => [index, '○'] as const),
    ...trend.changes.map((change) => [change.index, change.times > 1 ? '▲' : '▼'] as const),
  ]);
  const dates = `${shown[0].time.slice(0, 10)} to ${shown[shown.length - 1].time.slice(0, 10)}`;
  const span = least === greatest ? formatCost(least, unit) : `${formatCost(least, unit)} to ${formatCost(greatest, unit)}`;
  const marked = shown.map((_, i) => marks.get(first + i) ?? ' ').join('');
  const lines = [
    `  ${shown.map(({ value }) => bar(value, least, greatest)).join('')}`,
    ...(marked.trim() === '' ? [] : [`  ${marked}`.trimEnd()]),
    paint.quiet(`  ${terminalText(dates, 60)}, ${points.length} results, ${span}`),
    '',
    ...trend.changes.map((change) => describeChange(change, unit)),
    ...(trend.outliers.length === 0
      ? []
      : [`  ○ ${trend.outliers.length} single ${trend.outliers.length === 1 ? 'result' : 'results'} far off`]),
    describeNow(trend, points.length, unit),
  ];
  return guardCommands(`${lines.join('\n')}\n`);
}

function bar(value: number, least: number, greatest: number): string {
  if (greatest === least) return BARS[3];
  return BARS[Math.min(BARS.length - 1, Math.floor(((value - least) / (greatest - least)) * BARS.length))];
}

function describeChange({ commit, time, before, after, times }: ChangePoint, unit: string): string {
  const where = `${terminalText(commit, 64).slice(0, 7)}, ${terminalText(time, 40).slice(0, 10)}`;
  return `  ${times > 1 ? '▲' : '▼'} ${where}: ${formatCost(before.level, unit)} → ${formatCost(after.level, unit)}, ${times.toFixed(2)} times`;
}

function describeNow({ usual, current, worse }: Trend, results: number, unit: string): string {
  if (usual === undefined || current === undefined) return `  ${results} of 5 results: too few to say what is usual.`;
  const spread = (level: number, width: number) => `${formatCost(level, unit)} ± ${formatCost(width, unit)}`;
  if (worse === undefined) return `  Usual: ${spread(current.level, current.spread)}.`;
  return `  ${worse.times.toFixed(2)} times the usual ${spread(usual.level, usual.spread)}, since ${terminalText(worse.since.commit, 64).slice(0, 7)}.`;
}
