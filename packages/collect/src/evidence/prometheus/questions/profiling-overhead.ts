import { DAY_MS } from '../../day-ms.ts';
import { renderSelector, type Selector } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import type { Survey } from '../survey.ts';

/** CPU per request of the instances labelled `profiled="true"`, against the others. */
export function profilingOverhead({ api, selector, family, context: { now } }: Survey): Question {
  const cpu: Selector = [{ label: '__name__', operator: '=', value: 'process_cpu_seconds_total' }, ...selector];
  return {
    kind: 'profiling-overhead',
    basis: 'measured',
    query: `sum(rate(${renderSelector([...cpu, { label: 'profiled', operator: '=', value: 'true' }])}[7d]))`,
    ask: async () => {
      const window = { from: now - 7 * DAY_MS, to: now };
      const found = await family();
      if (found === undefined) return unavailable('no-data', 'requests are not counted', { window });
      const requests: Selector = [{ label: '__name__', operator: '=', value: found.counter }, ...selector];
      const perRequest = (operator: '=' | '!='): string => {
        const [used, served] = [cpu, requests].map(
          (series) => `sum(rate(${renderSelector([...series, { label: 'profiled', operator, value: 'true' }])}[7d]))`,
        );
        return `(${used} / (${served} > 0))`;
      };
      const query = `${perRequest('=')} / ${perRequest('!=')}`;
      const [ratio] = await api.query(query);
      if (ratio === undefined)
        return unavailable('no-data', 'no instance is labelled profiled="true", or none is without', { query, window });
      return { query, window, values: { cpuPerRequest: ratio.value } };
    },
  };
}
