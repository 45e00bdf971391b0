import { InputError } from '@backstage/errors';
import { parseReporterSubject, type ReportAccepted } from '@flamestep/backstage-plugin-flamestep-common';
import { limitConcurrency } from '@flamestep/collect';
import { isReportError, type Report, readReport } from '@flamestep/report';
import type { FlamestepConfig } from '../config/flamestep-config.ts';
import type { DatabaseReportStore } from '../store/DatabaseReportStore.ts';
import type { DatabaseServiceStore } from '../store/DatabaseServiceStore.ts';
import { bindReport, repositoryOf } from './bind-report.ts';
import { judgeOrigin } from './judge-origin.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { TooManyReportsError } from './too-many-reports-error.ts';

export interface ReportReceiverOptions {
  readonly reports: DatabaseReportStore;
  readonly services: DatabaseServiceStore;
  readonly limiter: RateLimiter;
  readonly config: FlamestepConfig;
  readonly clock: () => Date;
}

/** A report as it was sent, and what was said beside it. */
export interface SentReport {
  /** Parsed JSON of anybody. */
  readonly body: unknown;
  /** Subject of the service that sends it. */
  readonly subject: string;
  readonly entity?: string | undefined;
  readonly repository?: string | undefined;
  readonly branch?: string | undefined;
  readonly event?: string | undefined;
}

/** Reports that are written at once: the other connections of the database are for those who read. */
const MOST_AT_ONCE = 3;

/** Takes reports in: read strictly, bound to an entity of the sender's repository, kept once. */
export class ReportReceiver {
  private readonly options: ReportReceiverOptions;
  private readonly inTurn = limitConcurrency(MOST_AT_ONCE);

  constructor(options: ReportReceiverOptions) {
    this.options = options;
  }

  /**
   * Keeps a report; it is on disk when this returns. Throws `InputError` (not a report, or not clear whose), `NotAllowedError` (not
   * the sender's entity), `ConflictError` (another report in its place) and `TooManyReportsError`.
   */
  async receive(sent: SentReport): Promise<ReportAccepted> {
    const { reports, services, limiter, config, clock } = this.options;
    const now = clock();
    const report = readStrictly(sent.body);
    const reporter = parseReporterSubject(sent.subject);
    const { tokens, repositories } = config.ingest;
    const repository = repositoryOf(report, { subject: sent.subject, reporter, saidRepository: sent.repository, tokens });
    const limited = limiter.take(`${sent.subject.split('?', 1)[0]} ${repository}`, now.getTime());
    if (limited) throw new TooManyReportsError(limited.retryAfterSeconds);
    const mapped = repositories.filter((one) => one.repository === repository).map(({ entityRef }) => entityRef);
    const entityRef = bindReport(report, await services.ofRepository(repository, mapped), sent.entity);
    const said = { branch: sent.branch, event: sent.event };
    const origin = judgeOrigin(report, { reporter, said, mainBranches: config.mainBranches });
    const added = await this.inTurn(() => reports.add({ report, entityRef, repository, origin, receivedAt: now.toISOString() }));
    const { id, isMain, isNew } = added;
    return { id, entityRef, isMain, isNew, ...(config.pagesUrl && { url: `${config.pagesUrl}/reports/${id}` }) };
  }
}

function readStrictly(body: unknown): Report {
  if (typeof body !== 'object' || body === null) throw new InputError('the body is no report; send its JSON as application/json');
  try {
    return readReport(body);
  } catch (error) {
    if (isReportError(error)) throw new InputError(`the report cannot be taken: ${error.message}`);
    throw error;
  }
}
