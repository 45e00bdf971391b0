import { DAY_MS } from '../../day-ms.ts';
import { renderSelector } from '../../promql/selector.ts';
import { type Question, unavailable } from '../../question.ts';
import type { Survey } from '../survey.ts';

const STEP_MS = 6 * 3_600_000;
/** Telemetry that came later than this is late in any case. */
const LOOK_MS = 60 * DAY_MS;

/** How long after the first deployment the first series came. Only while the server keeps that time; the answer then holds for years. */
export function firstTelemetry({ api, selector, history, context: { now, firstDeployment } }: Survey): Question | undefined {
  if (firstDeployment === undefined) return undefined;
  const query = `count(${renderSelector(selector)})`;
  return {
    kind: 'first-telemetry',
    basis: 'derived',
    query,
    ask: async () => {
      const first = await firstDeployment();
      if (first === undefined)
        return unavailable('no-data', 'no first deployment to production is recorded, or it is too far back');
      const range = { from: first - DAY_MS, to: Math.min(now, first + LOOK_MS), step: STEP_MS };
      const timesOf = async (expression: string, until: number): Promise<number[]> =>
        (await api.range(expression, { ...range, to: until })).flatMap(({ points }) => points.map(({ time }) => time));
      // Any target at all shows that the server ran then, and still has what it saw.
      const [found, running] = await Promise.all([timesOf(query, range.to), timesOf('count(up)', first)]);
      const earliest = found.length === 0 ? ((await history()).times[0] ?? now) : Math.min(...found);
      const days = Math.max(0, earliest - first) / DAY_MS;
      // What was there at once was there at once, also where earlier data are gone.
      if (running.length === 0 && (found.length === 0 || days > 0)) {
        return unavailable('insufficient-history', 'the server has nothing of the time of the first deployment');
      }
      return { values: { daysAfterDeployment: days } };
    },
  };
}
