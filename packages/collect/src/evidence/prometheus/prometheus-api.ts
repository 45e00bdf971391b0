import { CollectError } from '../../collect-error.ts';
import { address } from '../http/address.ts';
import { demand, listAt, numberAt, objectAt, textAt } from '../http/answer.ts';
import type { Client } from '../http/client.ts';
import type { PrometheusSource } from './prometheus-source.ts';
import { readRules, type AlertRule } from './read-rules.ts';

/** Labels of a series. */
export type Labels = Readonly<Record<string, string>>;

export interface Sample {
  readonly labels: Labels;
  /** Never NaN: that is no answer. May be infinite. */
  readonly value: number;
}

export interface Point {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly value: number;
}

export interface Series {
  readonly labels: Labels;
  readonly points: readonly Point[];
}

export interface Range {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
  /** Milliseconds. */
  readonly step: number;
}

/** The questions that a Prometheus answers. All throw `CollectError`. */
export interface PrometheusApi {
  query(expression: string): Promise<readonly Sample[]>;
  /**
   * The same of an expression that counts, whose answer is a number or nothing. Whoever answers with NaN does not know, which is not the
   * same as nothing being there: `bad-answer`.
   */
  count(expression: string): Promise<readonly Sample[]>;
  /** Asked in parts, because a server refuses more than 11,000 points. */
  range(expression: string, range: Range): Promise<readonly Series[]>;
  alertRules(): Promise<readonly AlertRule[]>;
  /** Milliseconds that it keeps; `undefined` where that cannot be told. */
  retention(): Promise<number | undefined>;
  /** How many Alertmanagers it sends to. */
  alertmanagers(): Promise<number>;
}

const MOST_POINTS = 10_000;

export function prometheusApi({ url, tenant }: PrometheusSource, client: Client, now: number): PrometheusApi {
  const common = tenant === undefined ? {} : { 'x-scope-orgid': tenant };
  const get = (path: string, parameters: Readonly<Record<string, string>> = {}): Promise<unknown> =>
    client.json({ url: address(url, `/api/v1/${path}`, parameters), method: 'GET', headers: common });
  // Queries are long, and a URL that is logged somewhere need not hold them.
  const post = async (path: string, form: Readonly<Record<string, string>>): Promise<readonly unknown[]> => {
    const headers = { ...common, 'content-type': 'application/x-www-form-urlencoded' };
    const body = new TextEncoder().encode(new URLSearchParams(form).toString());
    const answer = await client.json({ url: address(url, `/api/v1/${path}`), method: 'POST', headers, body });
    demand(answer, 'list', 'data', 'result');
    return listAt(answer, 'data', 'result');
  };
  const ask = async (expression: string): Promise<readonly Sample[]> => {
    const result = await post('query', { query: expression, time: seconds(now) });
    return result.map((item) => ({ labels: labelsOf(item), value: numberAt(item, 'value', '1') }));
  };
  return {
    query: async (expression) => (await ask(expression)).filter(({ value }) => !Number.isNaN(value)),
    count: async (expression) => {
      const samples = await ask(expression);
      if (!samples.some(({ value }) => Number.isNaN(value))) return samples;
      throw new CollectError('bad-answer', 'a count was answered with no number; is this the right server?');
    },
    range: async (expression, { from, to, step }) => {
      const merged = new Map<string, { labels: Labels; points: Point[] }>();
      for (let start = from; start <= to; start += step * MOST_POINTS) {
        const end = Math.min(to, start + step * (MOST_POINTS - 1));
        const form = { query: expression, start: seconds(start), end: seconds(end), step: seconds(step) };
        for (const item of await post('query_range', form)) {
          const labels = labelsOf(item);
          const key = JSON.stringify(Object.entries(labels).sort());
          const series = merged.get(key) ?? { labels, points: [] };
          merged.set(key, series);
          series.points.push(...pointsOf(item));
        }
      }
      return [...merged.values()];
    },
    alertRules: async () => {
      const rules: AlertRule[] = [];
      let next = '';
      do {
        const answer = await get('rules', { type: 'alert', ...(next !== '' && { group_next_token: next }) });
        demand(answer, 'list', 'data', 'groups');
        rules.push(...readRules(answer));
        next = textAt(answer, 'data', 'groupNextToken');
      } while (next !== '' && rules.length < MOST_RULES);
      return rules;
    },
    retention: async () => readRetention(textAt(await get('status/runtimeinfo'), 'data', 'storageRetention')),
    alertmanagers: async () => {
      const answer = await get('alertmanagers');
      demand(answer, 'list', 'data', 'activeAlertmanagers');
      return listAt(answer, 'data', 'activeAlertmanagers').length;
    },
  };
}

/** A server that never stops paging is not followed for ever. */
const MOST_RULES = 50_000;

function seconds(milliseconds: number): string {
  return String(milliseconds / 1000);
}

function labelsOf(item: unknown): Labels {
  return Object.fromEntries(Object.entries(objectAt(item, 'metric')).map(([label, value]) => [label, String(value)]));
}

function pointsOf(item: unknown): Point[] {
  const points = listAt(item, 'values').map((point) => ({ time: numberAt(point, '0') * 1000, value: numberAt(point, '1') }));
  return points.filter(({ time, value }) => !Number.isNaN(time) && !Number.isNaN(value));
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1e3, m: 60e3, h: 3600e3, d: 864e5, w: 6048e5, y: 31_536e6 };

/** `15d`, `1y2w` or `15d or 10GiB`; a limit by size alone says nothing about time. */
function readRetention(text: string): number | undefined {
  const [duration] = text.split(' ', 1);
  if (!/^(?:\d+(?:ms|[smhdwy]))+$/.test(duration)) return undefined;
  const parts = [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)];
  const milliseconds = parts.reduce((sum, [, count, unit]) => sum + Number(count) * UNITS[unit], 0);
  return milliseconds === 0 ? undefined : milliseconds;
}
