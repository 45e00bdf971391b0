import { DAY_MS } from '../../day-ms.ts';
import { renderSelector } from '../../promql/selector.ts';
import type { Question } from '../../question.ts';
import type { Survey } from '../survey.ts';

const LOCATION_LABELS = ['location', 'region', 'probe', 'prober', 'zone'];

/** Probes from outside, and from how many places. */
export function outsideView({ api, selector, context: { now } }: Survey): Question {
  const probes = renderSelector([{ label: '__name__', operator: '=', value: 'probe_success' }, ...selector]);
  const query = `sum by (${LOCATION_LABELS.join(', ')}) (count_over_time(${probes}[1d]))`;
  return {
    kind: 'outside-view',
    basis: 'measured',
    query,
    ask: async () => {
      const places = await api.count(query);
      const samples = places.reduce((sum, { value }) => sum + value, 0);
      return { window: { from: now - DAY_MS, to: now }, values: { samples, locations: places.length } };
    },
  };
}
