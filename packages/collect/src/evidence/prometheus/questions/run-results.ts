import { renderSelector, type Selector } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import type { Survey } from '../survey.ts';

/** Results of a job's runs, where it counts them: `…_runs_total` with a label `result` or `status`. */
export function runResults({ api, selector, history, context: { manifest } }: Survey): Question | undefined {
  if (manifest.service.kind !== 'batch') return undefined;
  const runs: Selector = [{ label: '__name__', operator: '=~', value: '.+_runs_total' }, ...selector];
  const query = `sum by (result, status) (increase(${renderSelector(runs)}[28d]))`;
  return {
    kind: 'run-results',
    basis: 'measured',
    query,
    ask: async () => {
      const window = (await history()).window(28);
      if (window.lacks !== undefined) return unavailable('insufficient-history', window.lacks, { window });
      const counted = await api.query(query);
      const total = counted.reduce((sum, { value }) => sum + value, 0);
      if (!(total > 0)) return unavailable('no-data', 'no counter …_runs_total of this job went up in 28 days', { window });
      const good = counted.filter(({ labels: { result, status } }) =>
        /^(?:success|succeeded|ok|0)$/i.test(result ?? status ?? ''),
      );
      const successShare = good.reduce((sum, { value }) => sum + value, 0) / total;
      // A run that was missed is not counted anywhere; that it is noticed is the alert's task.
      return { window, values: { coverage: 1, successShare }, samples: Math.round(total) };
    },
  };
}
