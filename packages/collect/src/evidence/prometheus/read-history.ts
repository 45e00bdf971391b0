import { DAY_MS } from '../day-ms.ts';
import type { PrometheusApi } from './prometheus-api.ts';

const STEP_MS = 6 * 3_600_000;
const DAYS = 90;
/** So much of a span may be missing: restarts, upgrades. */
const LEAST_COVERAGE = 0.9;
const LEAST_LENGTH = 0.95;

/** How far back there are data of a service. */
export interface History {
  readonly query: string;
  /** Milliseconds that the server keeps; `undefined` where that cannot be told. */
  readonly retention: number | undefined;
  /** Times, in steps of six hours, at which the service had any series. */
  readonly times: readonly number[];
  /** The last `days`, cut where data begin; why they do not suffice, where they do not. */
  window(days: number): { readonly from: number; readonly to: number; readonly lacks?: string };
}

export async function readHistory(api: PrometheusApi, selector: string, now: number): Promise<History> {
  const query = `count(${selector})`;
  // Thanos, Mimir and others have no such page.
  const retention = await api.retention().catch(() => undefined);
  const series = await api.range(query, { from: now - DAYS * DAY_MS, to: now, step: STEP_MS });
  const times = series.flatMap(({ points }) => points.map(({ time }) => time)).sort((a, b) => a - b);
  return {
    query,
    retention,
    times,
    window: (days) => {
      const start = now - days * DAY_MS;
      const within = times.filter((time) => time >= start);
      const first = within[0] ?? now;
      // Data may have begun just before the first step that shows them.
      const from = first - start <= STEP_MS ? start : first;
      const expected = Math.floor((now - from) / STEP_MS) + 1;
      const lacks =
        retention !== undefined && retention < days * DAY_MS
          ? `the server keeps ${Math.floor(retention / DAY_MS)} days, ${days} are needed; keep more, or name a store that does`
          : within.length === 0
            ? `no series of the service in ${days} days`
            : now - from < LEAST_LENGTH * days * DAY_MS
              ? `there are data of ${Math.floor((now - from) / DAY_MS)} days, ${days} are needed; wait`
              : within.length / expected < LEAST_COVERAGE
                ? `data are missing for ${Math.round((1 - within.length / expected) * 100)} % of ${days} days`
                : undefined;
      return { from, to: now, ...(lacks !== undefined && { lacks }) };
    },
  };
}
