import { DAY_MS } from '../../day-ms.ts';
import type { Question } from '../../question.ts';
import { renderSelector, type Selector } from '../../promql/selector.ts';
import type { Survey } from '../survey.ts';

const SLOT_MS = 300_000;

/** Rate, errors and duration of requests, and in how many slots of five minutes of a day they are there. */
export function requestMetrics({ api, selector, family, context: { now } }: Survey): Question {
  return {
    kind: 'request-metrics',
    basis: 'measured',
    query: `count by (__name__) (${renderSelector(selector)})`,
    ask: async () => {
      const found = await family();
      const window = { from: now - DAY_MS, to: now };
      if (found === undefined) {
        return { values: { rate: false, errors: false, duration: false, slotCoverage: 0 }, window };
      }
      const counted: Selector = [{ label: '__name__', operator: '=', value: found.counter }, ...selector];
      const query = `sum(rate(${renderSelector(counted)}[5m]))`;
      const range = { from: window.from + SLOT_MS, to: now, step: SLOT_MS };
      const [points = []] = (await api.range(query, range)).map((series) => series.points);
      return {
        query,
        window,
        values: {
          rate: true,
          errors: found.failed !== undefined,
          // Names of families are names of durations; a counter alone has none.
          duration: found.counter.endsWith('_count'),
          slotCoverage: Math.min(1, points.length / (DAY_MS / SLOT_MS)),
        },
      };
    },
  };
}
