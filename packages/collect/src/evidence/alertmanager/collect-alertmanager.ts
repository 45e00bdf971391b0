import { DAY_MS } from '../day-ms.ts';
import { address } from '../http/address.ts';
import { demand, listAt, textAt } from '../http/answer.ts';
import { type Context, type Question, unavailable } from '../question.ts';
import type { AlertmanagerSource } from './alertmanager-source.ts';
import { countLongSilences } from './count-long-silences.ts';
import { pageLabels, serviceLabels } from './page-labels.ts';
import { readMetrics } from './read-metrics.ts';
import { readRoutes } from './read-routes.ts';
import { routeAlert } from './route-alert.ts';

const REQUESTS = 'alertmanager_notification_requests_total';
const FAILED = 'alertmanager_notification_requests_failed_total';
const STARTED = 'process_start_time_seconds';

/** What an Alertmanager can tell of a service: where its pages go, whether anything is delivered, and what is silenced. */
export function collectAlertmanager(source: AlertmanagerSource, { manifest, now, client }: Context): Question[] {
  const headers: Record<string, string> = source.tenant === undefined ? {} : { 'x-scope-orgid': source.tenant };
  const get = (path: string) => ({ url: address(source.url, path), method: 'GET' as const, headers });
  const pages = pageLabels(source, manifest);
  const shown = JSON.stringify(pages);
  return [
    {
      kind: 'paging-route',
      basis: 'measured',
      query: `GET /api/v2/status, routes of alerts with ${shown}`,
      ask: async () => {
        const status = await client.json(get('/api/v2/status'));
        demand(status, 'object', 'config');
        const { route, integrations } = readRoutes(textAt(status, 'config', 'original'));
        const ends = pages.map((labels) => routeAlert(route, labels));
        const counts = ends.map((routes) => routes.reduce((sum, { receiver }) => sum + (integrations.get(receiver) ?? 0), 0));
        return { values: { alertmanagers: 1, integrations: Math.max(0, ...counts) } };
      },
    },
    {
      kind: 'alert-rules',
      basis: 'measured',
      query: 'GET /api/v2/silences',
      ask: async () => {
        const silences = await client.json(get('/api/v2/silences'));
        demand(silences, 'list');
        const longSilences = countLongSilences(listAt(silences), serviceLabels(manifest), pages, now);
        return { window: { from: now - 7 * DAY_MS, to: now }, values: { longSilences } };
      },
    },
    {
      kind: 'detection-proof',
      basis: 'derived',
      query: `GET /metrics: ${REQUESTS} less ${FAILED}; GET /api/v2/alerts of the service`,
      ask: async () => {
        const window = { from: now - 90 * DAY_MS, to: now };
        const alerts = await client.json(get('/api/v2/alerts'));
        demand(alerts, 'list');
        const own = listAt(alerts).filter((alert) => isOwn(alert, serviceLabels(manifest)));
        if (own.length === 0) return unavailable('no-data', 'no alert of this service rings now; send a test page', { window });
        const lines = readMetrics(await client.text(get('/metrics')), [REQUESTS, FAILED, STARTED]);
        const sum = (name: string): number =>
          lines.filter((line) => line.name === name).reduce((all, { value }) => all + value, 0);
        // Whatever was delivered, was so since it started, and the alert began then or later.
        const since = Math.max(sum(STARTED) * 1000, Math.min(...own.map((alert) => Date.parse(textAt(alert, 'startsAt')))));
        if (!(sum(REQUESTS) - sum(FAILED) > 0) || Number.isNaN(since)) {
          return unavailable('no-data', 'an alert of this service rings, but nothing was delivered; is the receiver there?', {
            window,
          });
        }
        return { window, values: { age: Math.max(0, now - since) / DAY_MS } };
      },
    },
  ];
}

function isOwn(alert: unknown, labels: Readonly<Record<string, string>>): boolean {
  return Object.entries(labels).every(([label, value]) => textAt(alert, 'labels', label) === value);
}
