import { matchersOf, renderSelector, type Selector } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import type { Survey } from '../survey.ts';

const HOURS = 28 * 24;

/**
 * Journeys of users that a robot makes: probes that the service file names with `selectors.journeys`, else those of the service that have a
 * label `journey`. That a page answers is no journey.
 */
export function journeys({ api, selector, history, context: { manifest } }: Survey): Question | undefined {
  if (manifest.service.kind !== 'web') return undefined;
  const named = matchersOf(manifest.selectors['journeys'] ?? {});
  const matchers: Selector = named.length > 0 ? named : [...selector, { label: 'journey', operator: '!=', value: '' }];
  const probes = renderSelector([{ label: '__name__', operator: '=', value: 'probe_success' }, ...matchers]);
  const query = `avg(avg_over_time(${probes}[28d]))`;
  return {
    kind: 'journeys',
    basis: 'measured',
    query,
    ask: async () => {
      const window = (await history()).window(28);
      if (window.lacks !== undefined) return unavailable('insufficient-history', window.lacks, { window });
      const [[share], [hours]] = await Promise.all([api.query(query), api.query(`count_over_time((count(${probes}))[28d:1h])`)]);
      if (share === undefined) {
        return unavailable('no-data', 'no probe has a label journey; name those that are journeys in selectors.journeys', {
          window,
        });
      }
      return { window, values: { coverage: Math.min(1, (hours?.value ?? 0) / HOURS), successShare: share.value } };
    },
  };
}
