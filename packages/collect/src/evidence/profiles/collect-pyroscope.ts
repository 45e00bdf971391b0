import { DAY_MS } from '../day-ms.ts';
import { address } from '../http/address.ts';
import { demand, listAt, textAt } from '../http/answer.ts';
import { renderSelector } from '../promql/selector.ts';
import { serviceSelector } from '../promql/service-selector.ts';
import type { Context, Question } from '../question.ts';
import type { PyroscopeSource } from './profile-sources.ts';

const WEEK_MS = 7 * DAY_MS;

/** Whether Pyroscope has CPU profiles of a service. Its list of types is of all services; series with matchers are of this one. */
export function collectPyroscope({ url, tenant }: PyroscopeSource, { manifest, now, client }: Context): Question[] {
  const selector = renderSelector(serviceSelector(manifest.selectors['pyroscope'], 'service_name', manifest.service.name));
  return [
    {
      kind: 'profiles',
      basis: 'measured',
      query: `querier.v1.QuerierService/Series ${selector}`,
      ask: async () => {
        const request = { matchers: [selector], labelNames: ['__profile_type__'], start: now - WEEK_MS, end: now };
        const answer = await client.json({
          url: address(url, '/querier.v1.QuerierService/Series'),
          method: 'POST',
          headers: { 'content-type': 'application/json', ...(tenant !== undefined && { 'x-scope-orgid': tenant }) },
          body: new TextEncoder().encode(JSON.stringify(request)),
        });
        demand(answer, 'object');
        const labels = listAt(answer, 'labelsSet').flatMap((set) => listAt(set, 'labels'));
        const types = labels
          .filter((label) => textAt(label, 'name') === '__profile_type__')
          .map((label) => textAt(label, 'value'));
        return {
          window: { from: now - WEEK_MS, to: now },
          values: { cpu: types.some((type) => /(?:^|[:_])cpu(?:[:_]|$)/.test(type)) },
        };
      },
    },
  ];
}
