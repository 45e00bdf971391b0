import { DAY_MS } from '../../day-ms.ts';
import { renderSelector, type Selector } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import { readWeeks, LEAST_EVENTS, LEAST_WEEKS } from '../read-weeks.ts';
import type { Survey } from '../survey.ts';

/** Four weeks before each of the last seven days. */
const DAYS = 35;
/** Older than 72 hours: seen today and on the three days before. */
const OLD_DAYS = 4;

/** Operations whose p95 is 1.5 times that of the same hour of the weeks before, in the median. */
export function deviations({ api, selector, family, context: { now, isExplained } }: Survey): Question {
  return {
    kind: 'deviations',
    basis: 'measured',
    query: `p95 of ${renderSelector(selector)} against the same hour of four weeks before`,
    ask: async () => {
      const found = await family();
      if (found?.bucket === undefined) return unavailable('no-data', 'there is no histogram of request durations');
      const buckets: Selector = [{ label: '__name__', operator: '=', value: found.bucket }, ...selector];
      const by = ['le', ...(found.operation === undefined ? [] : [found.operation])].join(', ');
      const query = `sum by (${by}) (increase(${renderSelector(buckets)}[1h]))`;
      const series = await api.range(query, { from: now - DAYS * DAY_MS, to: now, step: DAY_MS });
      const weeks = readWeeks(series, found.operation, now);
      const judged = weeks.operations.filter(
        ({ events, baselineWeeks }) => events >= LEAST_EVENTS && baselineWeeks >= LEAST_WEEKS,
      );
      const window = { from: now - 7 * DAY_MS, to: now };
      if (weeks.operations.length === 0) return unavailable('no-data', 'no requests in this hour', { query, window });
      if (judged.length === 0) {
        const [reason, detail] =
          Math.max(...weeks.operations.map(({ baselineWeeks }) => baselineWeeks)) < LEAST_WEEKS
            ? (['insufficient-history', `fewer than ${LEAST_WEEKS} weeks to compare with; keep more`] as const)
            : (['low-n', `fewer than ${LEAST_EVENTS} requests an hour in every operation`] as const);
        return unavailable(reason, detail, { query, window });
      }
      const coarse = judged.filter(({ isCoarse, worseDays }) => isCoarse && !worseDays[0]);
      if (coarse.length > 0) {
        const detail = `a change by 1.5 would not show in ${coarse[0].name || 'the histogram'}: ${coarse[0].coarseness}; add buckets, or use native histograms`;
        return unavailable('resolution', detail, { query, window });
      }
      const worse = judged.filter(({ worseDays }) => worseDays.some(Boolean));
      const old = worse.filter(({ worseDays }) => worseDays.slice(0, OLD_DAYS).every(Boolean));
      const explained = await Promise.all(old.map(({ name }) => isExplained(name)));
      return {
        query,
        window,
        values: {
          baselineWeeks: Math.min(...judged.map(({ baselineWeeks }) => baselineWeeks)),
          deviations: worse.length,
          unexplained: explained.filter((one) => !one).length,
        },
        samples: Math.floor(Math.min(...judged.map(({ events }) => events))),
      };
    },
  };
}
