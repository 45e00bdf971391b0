import { lazily } from '../lazily.ts';
import type { Context } from '../question.ts';
import { renderSelector, type Selector } from '../promql/selector.ts';
import { serviceSelector } from '../promql/service-selector.ts';
import { findFamily, type RequestFamily } from './find-family.ts';
import { findEpisodes, firingPages, type Episode } from './find-episodes.ts';
import { judgeRules, type JudgedRules } from './judge-rules.ts';
import { prometheusApi, type PrometheusApi } from './prometheus-api.ts';
import type { PrometheusSource } from './prometheus-source.ts';
import { readHistory, type History } from './read-history.ts';

/** What several questions need to know; each is asked at most once. */
export interface Survey {
  readonly api: PrometheusApi;
  readonly context: Context;
  /** What means this service. */
  readonly selector: Selector;
  readonly pageSeverities: readonly string[];
  history(): Promise<History>;
  family(): Promise<RequestFamily | undefined>;
  rules(): Promise<JudgedRules>;
  /** Selects the pages of this service while they ring; with a range such as `10m`, those that rang within it. */
  pages(range?: string): Promise<string>;
  /** When the pages of this service rang, at most as far back as {@link history} reaches. */
  episodes(days: 28 | 90): Promise<{ readonly query: string; readonly episodes: readonly Episode[] }>;
}

export function createSurvey(source: PrometheusSource, context: Context): Survey {
  const { manifest, now, client } = context;
  const api = prometheusApi(source, client, now);
  const selector = serviceSelector(manifest.selectors['prometheus'], 'service', manifest.service.name);
  const pageSeverities = source.pageSeverities ?? ['page', 'critical'];
  const days = new Map<number, ReturnType<Survey['episodes']>>();
  const rules = lazily(() => judgeRules(api, selector, now));
  const pages = async (range?: string): Promise<string> => {
    const names = (await rules()).own
      .filter(({ rule }) => pageSeverities.includes(rule.labels['severity']))
      .map(({ rule }) => rule.name);
    return firingPages(selector, pageSeverities, [...new Set(names)], range);
  };
  const history = lazily(() => readHistory(api, renderSelector(selector), now));
  return {
    api,
    context,
    selector,
    pageSeverities,
    history,
    family: lazily(() => findFamily(api, selector)),
    rules,
    pages,
    episodes: (count) => {
      const asked = days.get(count) ?? pages().then((query) => findEpisodes(api, query, now, count));
      days.set(count, asked);
      return asked;
    },
  };
}
