import { DAY_MS } from '../day-ms.ts';
import { address } from '../http/address.ts';
import { demand, listAt } from '../http/answer.ts';
import { renderSelector } from '../promql/selector.ts';
import { serviceSelector } from '../promql/service-selector.ts';
import type { Context, Question } from '../question.ts';
import type { ParcaSource } from './profile-sources.ts';

const WEEK_MS = 7 * DAY_MS;

/** Whether Parca has CPU profiles of a service. */
export function collectParca(source: ParcaSource, { manifest, now, client }: Context): Question[] {
  const { url, cpuType = 'parca_agent:samples:count:cpu:nanoseconds:delta' } = source;
  const query = `${cpuType}${renderSelector(serviceSelector(manifest.selectors['parca'], 'comm', manifest.service.name))}`;
  return [
    {
      kind: 'profiles',
      basis: 'measured',
      query,
      ask: async () => {
        const parameters = { query, start: new Date(now - WEEK_MS).toISOString(), end: new Date(now).toISOString(), limit: '1' };
        const answer = await client.json({
          url: address(url, '/api/profiles/query_range', parameters),
          method: 'GET',
          headers: {},
        });
        demand(answer, 'object');
        return { window: { from: now - WEEK_MS, to: now }, values: { cpu: listAt(answer, 'series').length > 0 } };
      },
    },
  ];
}
