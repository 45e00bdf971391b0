import { DAY_MS } from '../../day-ms.ts';
import type { NormalRange } from '@flamestep/maturity';
import { readExpression } from '../../promql/read-expression.ts';
import { renderSelector, type Selector } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import type { Survey } from '../survey.ts';

const SLOT_MS = 300_000;
const IS_NAME = /^[A-Za-z_:][A-Za-z0-9_:]*$/;

/** Whether the metrics of the normal ranges have data, and how much of a week they were within. */
export function normalHeld({ api, selector, family, context: { manifest, now } }: Survey): Question | undefined {
  const ranges = manifest.normal;
  if (ranges.length === 0) return undefined;
  return {
    kind: 'normal-held',
    basis: 'measured',
    query: ranges.map(({ metric }) => metric).join('; '),
    ask: async () => {
      const operation = (await family())?.operation;
      const queries = ranges.map((range) => queryFor(range, selector, operation));
      const broken = queries.findIndex((query) => readExpression(query) === undefined);
      if (broken >= 0) {
        return unavailable('source-error', `the metric of spec.normal[${broken}] is no PromQL; name a metric, or write a query`);
      }
      const range = { from: now - 7 * DAY_MS + SLOT_MS, to: now, step: SLOT_MS };
      const series = await Promise.all(queries.map((query) => api.range(query, range)));
      const points = series.map((found) => found.flatMap((one) => one.points));
      const all = points.flat();
      const first = Math.min(...all.map(({ time }) => time));
      const window = { from: first - range.from <= DAY_MS / 4 ? now - 7 * DAY_MS : Math.min(now, first), to: now };
      const within = points.map((found, index) => found.filter(({ value }) => isWithin(value, ranges[index])).length);
      return {
        query: queries.join('; '),
        window,
        values: {
          resolves: points.every((found) => found.length > 0),
          inRangeShare:
            all.length === 0 ? null : Math.min(...within.map((count, index) => count / Math.max(1, points[index].length))),
        },
        samples: all.length,
      };
    },
  };
}

/** A metric is narrowed to the service, and to the operation where metrics tell those apart; a query stands as it is written. */
function queryFor({ metric, percentile, operation: name }: NormalRange, selector: Selector, label: string | undefined): string {
  if (!IS_NAME.test(metric)) return metric;
  const own: Selector = label === undefined ? selector : [...selector, { label, operator: '=', value: name }];
  const named = (value: string, series: Selector): string =>
    renderSelector([{ label: '__name__', operator: '=', value }, ...series]);
  if (percentile === undefined) return `max(${named(metric, selector)})`;
  const bucket = metric.endsWith('_bucket') ? metric : `${metric}_bucket`;
  return `histogram_quantile(${percentile / 100}, sum by (le) (rate(${named(bucket, own)}[5m])))`;
}

function isWithin(
  value: number,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY }: NormalRange,
): boolean {
  return value >= atLeast && value <= atMost;
}
