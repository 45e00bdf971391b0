import { setImmediate, setTimeout } from 'node:timers/promises';
import type { TrendProfile, TrendSummary } from '@flamestep/backstage-plugin-flamestep-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { DatabaseReportStore } from '../store/DatabaseReportStore.ts';
import type { DatabaseServiceStore } from '../store/DatabaseServiceStore.ts';
import type { DatabaseTrendStore, DueTrend } from '../store/DatabaseTrendStore.ts';
import { troubleOf } from '../store/trouble-of.ts';
import { byTelling } from './most-telling.ts';
import { summarizeSeries } from './summarize-series.ts';
import { DAY_MS, NEWS_DAYS, SILENT_DAYS } from './trend-constants.ts';

export interface TrendKeeperOptions {
  readonly trends: DatabaseTrendStore;
  readonly reports: DatabaseReportStore;
  readonly services: DatabaseServiceStore;
  readonly logger: LoggerService;
  readonly clock: () => Date;
  /** Told of a service whose trend says slower, every time that it is looked at. */
  readonly onSlower: (entityRef: string, trend: TrendSummary) => Promise<void>;
}

/** Results that are judged: a year and a bit. */
export const JUDGED_DAYS = 400;
const BATCH = 50;
/** Rest after work, as a multiple of it: those who read come first. */
const REST = 3;

/** Looks at results that came in, after they were acknowledged: what the series come to, and the service with them. */
export class TrendKeeper {
  private readonly options: TrendKeeperOptions;

  constructor(options: TrendKeeperOptions) {
    this.options = options;
  }

  /** Looks at all that waits; also at what time alone has made untrue. Tells how many services. */
  async refreshDue(signal?: AbortSignal): Promise<number> {
    const { trends, logger, clock } = this.options;
    const now = clock().getTime();
    const moment = (days: number) => new Date(now - days * DAY_MS).toISOString();
    await trends.makeOldDue(moment(SILENT_DAYS), moment(NEWS_DAYS), new Date(now).toISOString());
    const failed = new Set<string>();
    let done = 0;
    while (!signal?.aborted) {
      const due = (await trends.due(BATCH + failed.size)).filter(({ entityRef }) => !failed.has(entityRef));
      if (due.length === 0) return done;
      for (const one of due) {
        if (signal?.aborted) return done;
        const started = performance.now();
        try {
          await this.refresh(one);
          done++;
        } catch (error) {
          failed.add(one.entityRef);
          logger.error(`the trends of ${one.entityRef} could not be looked at`, error instanceof Error ? error : undefined);
        }
        await setTimeout(REST * (performance.now() - started));
      }
    }
    return done;
  }

  /** Looks at one service. */
  async refresh(due: DueTrend): Promise<void> {
    const { trends, services, clock } = this.options;
    const now = clock().getTime();
    const profiles: TrendProfile[] = [];
    for (const series of await trends.seriesOf(due.entityRef)) {
      const lines = await trends.linesOf(series, now - JUDGED_DAYS * DAY_MS, 'all');
      const found = await summarizeSeries(series, lines, now, () => setImmediate());
      const summary = await this.withPullRequest(due.entityRef, found.summary);
      await trends.saveSeries(series.id, { ...found, summary });
      profiles.push({ key: series.key, sampleType: series.sampleType, unit: series.unit, measure: series.measure, summary });
    }
    const trend = profiles.sort(byTelling)[0]?.summary ?? { state: 'no-data' as const };
    const stored = await services.find(due.entityRef);
    const trouble = troubleOf({
      isSlower: trend.state === 'slower',
      isWorse: trend.isWorse ?? false,
      premature: stored?.summary.premature ?? 0,
      failing: stored?.summary.failing ?? false,
      rated: stored?.summary.rated ?? false,
      step: stored?.summary.step ?? 0,
    });
    await trends.saveService(due, trend, trouble);
    if (trend.state === 'slower') await this.options.onSlower(due.entityRef, trend);
  }

  private async withPullRequest(entityRef: string, summary: TrendSummary): Promise<TrendSummary> {
    if (summary.since === undefined) return summary;
    const about = (await this.options.reports.aboutCommits(entityRef, [summary.since.commit])).get(summary.since.commit);
    if (about === undefined) return summary;
    const { pullRequest, commitUrl } = about;
    return { ...summary, since: { ...summary.since, ...(pullRequest && { pullRequest }), ...(commitUrl && { commitUrl }) } };
  }
}
