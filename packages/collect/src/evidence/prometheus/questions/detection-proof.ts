import { DAY_MS } from '../../day-ms.ts';
import { type Question, unavailable } from '../../question.ts';
import type { Survey } from '../survey.ts';

const STEP_MS = 600_000;
/** As long as a step: a page that was over before the next one counts too. */
const STEP = '10m';

/**
 * When a page of this service last rang while Alertmanager delivered something. Requests are counted and not notifications: one that
 * is tried again and again against a dead receiver counts as a notification that has not failed.
 */
export function detectionProof({ api, pages, history, context: { now } }: Survey): Question {
  return {
    kind: 'detection-proof',
    basis: 'derived',
    query: 'ALERTS of the service and alertmanager_notification_requests_total',
    ask: async () => {
      const query =
        `max(${await pages(STEP)}) and on () (sum(increase(alertmanager_notification_requests_total[15m]))` +
        ' - (sum(increase(alertmanager_notification_requests_failed_total[15m])) or vector(0)) > 0)';
      const window = { from: now - 90 * DAY_MS, to: now };
      const series = await api.range(query, { ...window, step: STEP_MS });
      const last = Math.max(...series.flatMap(({ points }) => points.map(({ time }) => time)));
      if (Number.isFinite(last)) return { query, window, values: { age: Math.max(0, now - last) / DAY_MS } };
      const { from } = (await history()).window(90);
      const days = Math.round((now - from) / DAY_MS);
      const detail = `no page of this service was delivered in the ${days} days that are known; send a test page`;
      return unavailable('no-data', detail, { query, window });
    },
  };
}
