import { DAY_MS } from '../../day-ms.ts';
import { renderSelector } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import { toEpisodes } from '../find-episodes.ts';
import type { Survey } from '../survey.ts';

const STEP_MS = 600_000;

/** Drills that an alert confirms: times at which an alert of the service with the label `drill="true"` fired. */
export function drills({ api, selector, context: { now } }: Survey): Question {
  const firing = renderSelector([
    { label: '__name__', operator: '=', value: 'ALERTS' },
    { label: 'alertstate', operator: '=', value: 'firing' },
    { label: 'drill', operator: '=', value: 'true' },
    ...selector,
  ]);
  // Also those that were over before the next step.
  const query = `max(max_over_time(${firing}[10m]))`;
  return {
    kind: 'drills',
    basis: 'derived',
    query,
    ask: async () => {
      const window = { from: now - 180 * DAY_MS, to: now };
      const points = (await api.range(query, { ...window, step: STEP_MS })).flatMap((series) => series.points);
      // What is found is there however far back data reach; that there was none is not known.
      if (points.length === 0)
        return unavailable('no-data', 'no alert of this service with the label drill="true" fired', { window });
      return { window, values: { corroborated: toEpisodes(points, now, STEP_MS).length } };
    },
  };
}
