import { isCollectError } from '../../collect-error.ts';
import { DAY_MS } from '../day-ms.ts';
import { address } from '../http/address.ts';
import { demand, listAt, objectAt, textAt } from '../http/answer.ts';
import type { Context, Question } from '../question.ts';
import type { GrafanaSource } from './grafana-source.ts';
import { type PanelQueries, readPanels } from './read-panels.ts';

const MOST_DASHBOARDS = 10;
const MOST_PANELS = 100;
const VARIABLE = 'var-';

/** How many dashboards a service has, and how many of their panels have data: each is asked as Grafana's own pages ask it. */
export function collectGrafana({ url }: GrafanaSource, { manifest, now, client }: Context): Question[] {
  const { tag = `service:${manifest.service.name}`, ...others } = manifest.selectors['grafana'] ?? {};
  const chosen = new Map(
    Object.entries(others).flatMap(([key, value]) =>
      key.startsWith(VARIABLE) ? [[key.slice(VARIABLE.length), value] as const] : [],
    ),
  );
  const window = { from: now - 7 * DAY_MS, to: now };
  const get = (path: string, parameters: Readonly<Record<string, string>> = {}): Promise<unknown> =>
    client.json({ url: address(url, `/api/${path}`, parameters), method: 'GET', headers: { accept: 'application/json' } });
  const isFilled = async (panel: PanelQueries): Promise<boolean> => {
    const queries = panel.map((query) => ({ intervalMs: 3_600_000, maxDataPoints: 200, ...query }));
    const body = new TextEncoder().encode(JSON.stringify({ queries, from: String(window.from), to: String(window.to) }));
    const headers = { 'content-type': 'application/json' };
    try {
      const answer = await client.json({ url: address(url, '/api/ds/query'), method: 'POST', headers, body });
      demand(answer, 'object', 'results');
      return Object.values(objectAt(answer, 'results')).some(hasData);
    } catch (error) {
      // The panel asks for what its data source does not understand: whoever looks at it sees an error.
      if (isCollectError(error) && (error.status === 400 || error.status === 404)) return false;
      throw error;
    }
  };
  return [
    {
      kind: 'dashboards',
      basis: 'measured',
      query: `GET /api/search?type=dash-db&${new URLSearchParams({ tag })}`,
      ask: async () => {
        const found = await get('search', { type: 'dash-db', tag, limit: '100' });
        demand(found, 'list');
        const uids = listAt(found)
          .map((entry) => textAt(entry, 'uid'))
          .filter((uid) => uid !== '');
        const dashboards = await Promise.all(
          uids.slice(0, MOST_DASHBOARDS).map((uid) => get(`dashboards/uid/${encodeURIComponent(uid)}`)),
        );
        const panels = dashboards
          .flatMap((dashboard) => readPanels(objectAt(dashboard, 'dashboard'), chosen))
          .slice(0, MOST_PANELS);
        const filled = (await Promise.all(panels.map(isFilled))).filter((one) => one);
        const filledPanelShare = panels.length === 0 ? null : filled.length / panels.length;
        return { window, values: { dashboards: uids.length, filledPanelShare }, samples: panels.length };
      },
    },
  ];
}

/** Whether a frame of the answer has a value that is no time. */
function hasData(result: unknown): boolean {
  return listAt(result, 'frames').some((frame) => {
    const fields = listAt(frame, 'schema', 'fields');
    return listAt(frame, 'data', 'values').some(
      (column, index) => textAt(fields[index], 'type') !== 'time' && listAt(column).some((value) => value !== null),
    );
  });
}
