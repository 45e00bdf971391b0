import { createHash } from 'node:crypto';
import type { AuthService, LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { isError, NotFoundError } from '@backstage/errors';
import type { CatalogService as CatalogApi } from '@backstage/plugin-catalog-node';
import type { EvidenceCollector } from '@flamestep/backstage-plugin-flamestep-node';
import { assess, type AssessmentChange, type Assessment } from '@flamestep/maturity';
import { readEntity } from '../catalog/read-entity.ts';
import type { FlamestepConfig } from '../config/flamestep-config.ts';
import type { DatabaseAssessmentStore } from '../store/DatabaseAssessmentStore.ts';
import type { DatabaseReportStore } from '../store/DatabaseReportStore.ts';
import type { DatabaseServiceStore } from '../store/DatabaseServiceStore.ts';
import { troubleOf } from '../store/trouble-of.ts';
import { DAY_MS } from '../trend/trend-constants.ts';
import { collectEvidence, type SourceFailure } from './collect-evidence.ts';
import { describeChange } from './describe-change.ts';
import { describeSources } from './describe-sources.ts';
import { sumUp } from './fleet-sum.ts';
import { loadManifest } from './load-manifest.ts';
import { loadSlos } from './load-slos.ts';
import { mergeEvidence } from './merge-evidence.ts';
import { rateService } from './rate-service.ts';
import { sourcesFor } from './sources-for.ts';

export interface AssessorOptions {
  readonly services: DatabaseServiceStore;
  readonly assessments: DatabaseAssessmentStore;
  readonly reports: DatabaseReportStore;
  readonly catalog: CatalogApi;
  readonly auth: AuthService;
  readonly urlReader: UrlReaderService;
  readonly collectors: readonly EvidenceCollector[];
  readonly config: FlamestepConfig;
  readonly logger: LoggerService;
  readonly clock: () => Date;
  /** Told of every assessment of a service that was rated before. */
  readonly onChange: (entityRef: string, change: AssessmentChange, assessment: Assessment) => Promise<void>;
}

/** What came of it: `busy` when somebody else assesses the service at this moment. */
export type AssessResult = 'done' | 'failed' | 'busy';

const HOUR_MS = 3_600_000;
/** Reports that are read as evidence: a quarter of daily ones, and more. */
const MOST_REPORTS = 120;
const REPORT_DAYS = 120;
/** After a failure it is tried again sooner. */
const RETRY_HOURS = 1;

/** Assesses services: asks, judges, keeps. */
export class Assessor {
  private readonly options: AssessorOptions;

  constructor(options: AssessorOptions) {
    this.options = options;
  }

  /** Assesses every service whose time has come, some at a time, until none is left or it is to end. Tells how many. */
  async assessDue(signal?: AbortSignal): Promise<number> {
    const { assessments, config, clock } = this.options;
    let done = 0;
    while (!signal?.aborted) {
      const due = await assessments.due(clock().toISOString(), config.assess.concurrency * 10);
      if (due.length === 0) return done;
      const results = await this.assessAll(due, signal);
      const count = results.filter((result) => result !== 'busy').length;
      // Others have all of them; they will see to it.
      if (count === 0) return done;
      done += count;
    }
    return done;
  }

  /** Assesses one service. Throws `NotFoundError` for what the catalog does not have. */
  async assess(entityRef: string): Promise<AssessResult> {
    const { assessments, config, clock, logger } = this.options;
    const now = clock();
    const until = new Date(now.getTime() + 2 * config.assess.timeoutSeconds * 1000 + 60_000);
    if (!(await assessments.claim(entityRef, now.toISOString(), until.toISOString()))) return 'busy';
    try {
      await this.assessClaimed(entityRef, now);
      return 'done';
    } catch (error) {
      const problem = isError(error) ? error.message.slice(0, 2000) : 'the assessment failed';
      logger.warn(`${entityRef} could not be assessed: ${problem}`);
      await assessments.fail(entityRef, problem, new Date(now.getTime() + RETRY_HOURS * HOUR_MS).toISOString());
      if (isError(error) && error.name === 'NotFoundError') throw error;
      return 'failed';
    }
  }

  private async assessAll(refs: readonly string[], signal: AbortSignal | undefined): Promise<AssessResult[]> {
    const waiting = [...refs];
    const results: AssessResult[] = [];
    const work = async () => {
      for (let ref = waiting.shift(); ref !== undefined && !signal?.aborted; ref = waiting.shift()) {
        results.push(await this.assess(ref).catch((): AssessResult => 'failed'));
      }
    };
    await Promise.all(Array.from({ length: this.options.config.assess.concurrency }, work));
    return results;
  }

  private async assessClaimed(entityRef: string, now: Date): Promise<void> {
    const { services, assessments, reports, catalog, auth, urlReader, collectors, config, logger } = this.options;
    const entity = await catalog.getEntityByRef(entityRef, { credentials: await auth.getOwnServiceCredentials() });
    if (entity === undefined) throw new NotFoundError(`the catalog has no ${entityRef}`);
    const service = readEntity(entity, config.catalog);
    const manifest = await loadManifest(service, { folder: config.manifestFolder, urlReader });
    const at = now.toISOString();
    const since = new Date(now.getTime() - REPORT_DAYS * DAY_MS).toISOString();
    const [before, kept, sourcesBefore, last, stored, received] = await Promise.all([
      assessments.latest(entityRef),
      assessments.evidenceOf(entityRef),
      assessments.sourcesOf(entityRef),
      assessments.lastEntry(entityRef),
      services.find(entityRef),
      reports.readMain(entityRef, since, MOST_REPORTS),
    ]);
    const slos = await this.readSlos(service.sloUrl);
    const collected = await collectEvidence({
      entity,
      manifest,
      sources: sourcesFor(config.sources, { repository: service.repository, reports: received, slos: slos.files }),
      collectors,
      authorization: config.authorization,
      now,
      timeoutMs: config.assess.timeoutSeconds * 1000,
      logger,
    });
    const silent = [...collected.silent, ...slos.failures.map(({ source }) => source)];
    const evidence = mergeEvidence(collected.evidence, silent, kept, at);
    const model = config.models[manifest.service.kind];
    const judged = evidence.map((one) => one.evidence);
    const previous = before?.model.id === model.id ? before : undefined;
    const assessment = assess(model, manifest.service, judged, { now, ...(previous && { previous }) });
    const { history, compared } = describeChange(model, before, last, assessment);
    const rating = rateService(model, assessment, evidence);
    const { rated, step } = assessment;
    const score = assessment.steps[step].score;
    const trend = stored?.summary.trend;
    const { kind, tier, lifecycle } = manifest.service;
    await assessments.save({
      entityRef,
      model,
      assessment,
      evidence,
      sources: describeSources({
        asked: collected.asked,
        failures: [...collected.failures, ...slos.failures],
        evidence,
        before: sourcesBefore,
        now: at,
      }),
      history,
      row: {
        kind,
        tier,
        lifecycle,
        rated,
        step: rated ? step : null,
        score_low: rated ? score.low : null,
        score_high: rated ? score.high : null,
        rating: JSON.stringify(rating),
        sum: JSON.stringify(sumUp(assessment, model, rating.stale > 0 || rating.failing)),
        trouble: troubleOf({
          isSlower: trend?.state === 'slower',
          isWorse: trend?.isWorse ?? false,
          premature: rating.premature,
          failing: rating.failing,
          rated,
          step,
        }),
        assessed_at: at,
        next_assess_at: new Date(now.getTime() + config.assess.everyHours * HOUR_MS * (1 + spreadOf(entityRef))).toISOString(),
      },
    });
    if (compared && before?.rated) await this.options.onChange(entityRef, compared, assessment);
  }

  /** SLO files that cannot be read are a source that fails; what they said before is kept. */
  private async readSlos(
    url: string | undefined,
  ): Promise<{ readonly files?: Record<string, string>; readonly failures: SourceFailure[] }> {
    if (url === undefined) return { failures: [] };
    try {
      return { files: await loadSlos(url, this.options.urlReader), failures: [] };
    } catch (error) {
      const message = isError(error) ? error.message.slice(0, 500) : `${url} could not be read`;
      return { failures: [{ source: { type: 'openslo', instance: 'main' }, code: 'bad-answer', message }] };
    }
  }
}

/** 0 to 0.1, the same for a service always: so that not all of them come at once for ever. */
function spreadOf(entityRef: string): number {
  return createHash('sha256').update(entityRef).digest().readUInt16BE(0) / 655_360;
}
