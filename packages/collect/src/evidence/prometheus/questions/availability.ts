import { type Question, unavailable } from '../../question.ts';
import { renderSelector, type Selector } from '../../promql/selector.ts';
import type { Survey } from '../survey.ts';

const HOURS = 28 * 24;

/** Share of good requests of 28 days; of good probes where requests do not tell. */
export function availability({ api, selector, history, family }: Survey): Question {
  const probes = renderSelector([{ label: '__name__', operator: '=', value: 'probe_success' }, ...selector]);
  return {
    kind: 'availability',
    basis: 'measured',
    query: `avg(avg_over_time(${probes}[28d]))`,
    ask: async () => {
      const window = (await history()).window(28);
      if (window.lacks !== undefined) return unavailable('insufficient-history', window.lacks, { window });
      const found = await family();
      if (found?.failed === undefined) {
        const query = `avg(avg_over_time(${probes}[28d]))`;
        return shareOf(query, `count_over_time((count(${probes}))[28d:1h])`);
      }
      const all: Selector = [{ label: '__name__', operator: '=', value: found.counter }, ...selector];
      const [total, failed] = [all, [...all, found.failed]].map((counted) => `sum(increase(${renderSelector(counted)}[28d]))`);
      // Counters of failures come into being with the first of them.
      const query = `1 - (${failed} or ${total} * 0) / (${total} > 0)`;
      return shareOf(query, `count_over_time((count(${renderSelector(all)}))[28d:1h])`);

      async function shareOf(query: string, hours: string) {
        const [[share], [covered]] = await Promise.all([api.query(query), api.query(hours)]);
        if (share === undefined) return unavailable('no-data', 'neither requests nor probes in 28 days', { query, window });
        const values = { share: Math.min(1, Math.max(0, share.value)), coverage: Math.min(1, (covered?.value ?? 0) / HOURS) };
        return { query, window, values };
      }
    },
  };
}
