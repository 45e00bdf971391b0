import { DAY_MS } from '../../day-ms.ts';
import { renderSelector, type Selector } from '../../promql/selector.ts';
import type { Question } from '../../question.ts';
import type { Survey } from '../survey.ts';

const LAST_SUCCESS = /_last_success(?:_timestamp)?(?:_seconds)?$/;

/** When a job last succeeded, by the time that it wrote itself: what a Pushgateway holds never expires. */
export function runMetrics({ api, selector, context: { manifest, now } }: Survey): Question | undefined {
  if (manifest.service.kind !== 'batch') return undefined;
  const named = (pattern: string): Selector => [{ label: '__name__', operator: '=~', value: pattern }, ...selector];
  const query = `max by (__name__) (${renderSelector(named('.+_last_success(_timestamp)?(_seconds)?|.+_duration_seconds.*|.+_(processed|records|items|rows)(_total)?'))})`;
  return {
    kind: 'run-metrics',
    basis: 'measured',
    query,
    ask: async () => {
      const found = await api.query(query);
      const last = Math.max(...found.filter(({ labels }) => LAST_SUCCESS.test(labels['__name__'])).map(({ value }) => value));
      const success = renderSelector(named('.+_last_success(_timestamp)?(_seconds)?'));
      // How far apart successes are, is read from how often the time that was written changed.
      const [changes] = await api.query(`max(changes(${success}[7d]))`);
      const interval = changes !== undefined && changes.value > 0 ? (7 * DAY_MS) / changes.value : Number.NaN;
      const intervals = (now - last * 1000) / interval;
      return {
        window: { from: now - DAY_MS, to: now },
        values: {
          intervalsSinceSuccess: Number.isFinite(intervals) ? Math.max(0, intervals) : null,
          duration: found.some(({ labels }) => /_duration_seconds/.test(labels['__name__'])),
          processed: found.some(({ labels }) => /_(?:processed|records|items|rows)(?:_total)?$/.test(labels['__name__'])),
        },
      };
    },
  };
}
