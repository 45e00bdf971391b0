import { DAY_MS } from '../day-ms.ts';
import { escapeRegex } from '../promql/escape-regex.ts';
import { renderSelector, type Matcher, type Selector } from '../promql/selector.ts';
import type { PrometheusApi, Point } from './prometheus-api.ts';

const STEP_MS = 60_000;

/** A time in which at least one page of the service rang. */
export interface Episode {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly milliseconds: number;
  /** It rang until now. */
  readonly isOpen: boolean;
}

/**
 * The alerts of the service that call somebody, while they fire: what has its labels, and what its rules ring without them, because
 * they aggregate them away. With a range such as `10m`, those that fired at any time within it.
 */
export function firingPages(selector: Selector, severities: readonly string[], rules: readonly string[], range?: string): string {
  const paging: Selector = [
    { label: '__name__', operator: '=', value: 'ALERTS' },
    { label: 'alertstate', operator: '=', value: 'firing' },
    { label: 'severity', operator: '=~', value: severities.map(escapeRegex).join('|') },
  ];
  const labelled = within([...paging, ...selector]);
  if (rules.length === 0) return labelled;
  const names: Matcher = { label: 'alertname', operator: '=~', value: rules.map(escapeRegex).join('|') };
  const unlabelled = selector.map(({ label, value }): Matcher => ({ label, operator: '=~', value: `|${escapeRegex(value)}` }));
  return `${labelled} or ${within([...paging, names, ...unlabelled])}`;

  function within(matchers: Selector): string {
    const rendered = renderSelector(matchers);
    return range === undefined ? rendered : `max_over_time(${rendered}[${range}])`;
  }
}

export async function findEpisodes(
  api: PrometheusApi,
  pages: string,
  now: number,
  days: number,
): Promise<{ readonly query: string; readonly episodes: readonly Episode[] }> {
  const query = `max(${pages})`;
  const range = { from: now - days * DAY_MS, to: now, step: STEP_MS };
  const points = (await api.range(query, range)).flatMap((series) => series.points);
  return { query, episodes: toEpisodes(points, now, STEP_MS) };
}

/** Steps at which it rang, in milliseconds, made into episodes: a step without a point ends one. */
export function toEpisodes(points: readonly Point[], now: number, step: number): Episode[] {
  const episodes: { from: number; to: number }[] = [];
  for (const { time } of [...points].sort((a, b) => a.time - b.time)) {
    const last = episodes.at(-1);
    if (last !== undefined && time - last.to <= step) last.to = time;
    else episodes.push({ from: time, to: time });
  }
  return episodes.map(({ from, to }) => ({ from, milliseconds: to - from + step, isOpen: now - to < step }));
}
