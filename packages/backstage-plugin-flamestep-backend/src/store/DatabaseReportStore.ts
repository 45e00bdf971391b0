import { createHash, randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import { isDatabaseConflictError } from '@backstage/backend-plugin-api';
import type { ReportDetail, ReportSummary, ServiceReports } from '@flamestep/backstage-plugin-flamestep-common';
import { renderJson, type Report } from '@flamestep/report';
import type { Knex } from 'knex';
import type { Origin } from '../ingest/judge-origin.ts';
import { summarizeReport } from '../ingest/summarize-report.ts';
import { pointsOfReport, type ReportPoint } from '../trend/points-of-report.ts';
import { DAY_MS } from '../trend/trend-constants.ts';
import { plainText } from './plain-text.ts';
import { chunksOf } from './sql.ts';
import { unzipJson, zipJson } from './gzip-json.ts';
import { type ReportRow, REPORT_COLUMNS, toReportSummary } from './report-row.ts';

export interface ReceivedReport {
  readonly report: Report;
  readonly entityRef: string;
  readonly repository: string;
  readonly origin: Origin;
  /** ISO 8601. */
  readonly receivedAt: string;
}

/** Reports, and the results of main in them. */
export class DatabaseReportStore {
  private readonly knex: Knex;
  private readonly repositoryUrl: string;

  constructor(knex: Knex, repositoryUrl: string) {
    this.knex = knex;
    this.repositoryUrl = repositoryUrl;
  }

  /**
   * Keeps a report, and all that follows from it, or nothing. The same again changes nothing; another one of the same repository,
   * commit, key and run is refused with `ConflictError`.
   */
  async add(received: ReceivedReport): Promise<{ readonly id: string; readonly isNew: boolean; readonly isMain: boolean }> {
    const row = toRow(received);
    const body = await zipJson(received.report);
    try {
      await this.knex.transaction(async (trx) => {
        await trx('reports').insert(row);
        await trx('report_bodies').insert({ report_id: row.id, body });
        if (!row.is_main) return;
        const at = Date.parse(row.recorded_at);
        const recorded = { ...received.report, provenance: { ...received.report.provenance, recordedAt: row.recorded_at } };
        await addPoints(trx, row, at, pointsOfReport(recorded));
        await trx('services')
          .where({ entity_ref: row.entity_ref })
          .update({
            trend_due_at: received.receivedAt,
            last_result_at: trx.raw('CASE WHEN last_result_at > ? THEN last_result_at ELSE ? END', [
              row.recorded_at,
              row.recorded_at,
            ]),
          });
      });
      return { id: row.id, isNew: true, isMain: row.is_main };
    } catch (error) {
      if (!isDatabaseConflictError(error)) throw error;
      return this.findSame(row);
    }
  }

  /** Newest first. */
  async list(
    entityRef: string,
    { limit, offset, main }: { readonly limit: number; readonly offset: number; readonly main?: boolean | undefined },
  ): Promise<ServiceReports> {
    const select = () => this.knex('reports').where({ entity_ref: entityRef, ...(main !== undefined && { is_main: main }) });
    const [counted, rows] = await Promise.all([
      select().count({ total: '*' }).first(),
      select()
        .select([...REPORT_COLUMNS])
        .orderBy([{ column: 'recorded_at', order: 'desc' }, { column: 'id' }])
        .limit(limit)
        .offset(offset),
    ]);
    return { items: rows.map((row) => this.summaryOf(row)), total: Number(counted?.total ?? 0), limit, offset };
  }

  /** Undefined when there is none, or none any more. */
  async findSummary(id: string): Promise<ReportSummary | undefined> {
    const row = await this.knex('reports')
      .select([...REPORT_COLUMNS])
      .where({ id })
      .first();
    return row && this.summaryOf(row);
  }

  /** The report itself, as it came. */
  async read(summary: ReportSummary): Promise<ReportDetail | undefined> {
    const row = await this.knex('report_bodies').where({ report_id: summary.id }).first();
    return row && { summary, report: await unzipJson<Report>(row.body) };
  }

  /** Reports of main since then, oldest first: evidence about the service. Without trees. */
  async readMain(entityRef: string, since: string, limit: number): Promise<Report[]> {
    const rows = await this.knex('reports')
      .join('report_bodies', 'report_bodies.report_id', 'reports.id')
      .where({ entity_ref: entityRef, is_main: true })
      .andWhere('recorded_at', '>=', since)
      .orderBy('recorded_at', 'desc')
      .limit(limit)
      .select('body', 'recorded_at');
    const reports = await Promise.all(
      rows.map(async ({ body, recorded_at }) => {
        const { trees: _, ...report } = await unzipJson<Report>(body);
        return { ...report, provenance: { ...report.provenance, recordedAt: recorded_at } };
      }),
    );
    return reports.reverse();
  }

  /** What is told of a commit of main: the report, and the pull request that it came from. */
  async aboutCommits(entityRef: string, commits: readonly string[]): Promise<Map<string, ReportSummary>> {
    const rows = await this.knex('reports')
      .select([...REPORT_COLUMNS])
      .where({ entity_ref: entityRef, is_main: true })
      .whereIn('commit_hash', [...commits])
      .orderBy('recorded_at');
    return new Map(rows.map((row) => [row.commit_hash, this.summaryOf(row)]));
  }

  private summaryOf(row: ReportRow): ReportSummary {
    return toReportSummary(row, this.repositoryUrl);
  }

  private async findSame(row: ReturnType<typeof toRow>): Promise<{ id: string; isNew: false; isMain: boolean }> {
    const { repository, commit_hash, report_key, run } = row;
    const before = await this.knex('reports').where({ repository, commit_hash, report_key, run }).first();
    if (before?.digest === row.digest && before.entity_ref === row.entity_ref) {
      return { id: before.id, isNew: false, isMain: Boolean(before.is_main) };
    }
    throw new ConflictError(
      'another report of the same repository, commit, key and run is here already; a new run has a new id or attempt',
    );
  }
}

function toRow({ report, entityRef, repository, origin, receivedAt }: ReceivedReport) {
  const { subject, provenance, state } = report;
  const digest = createHash('sha256').update(renderJson(report)).digest('base64url');
  const verdict = summarizeReport(report);
  const { run } = provenance;
  return {
    id: randomUUID(),
    entity_ref: entityRef,
    repository,
    commit_hash: plainText(subject.head.commit ?? subject.head.label ?? ''),
    report_key: subject.key,
    // Without a run, only the content tells a repetition from another measurement.
    run: run === undefined ? `sha256:${digest}` : `${run.id}.${run.attempt ?? 1}`,
    digest,
    name: plainText(subject.name),
    is_main: origin.isMain,
    branch: origin.branch === undefined ? null : plainText(origin.branch),
    pull_request: subject.head.pullRequest ?? null,
    pull_title: subject.head.title === undefined ? null : plainText(subject.head.title),
    fork: provenance.fork ?? null,
    recorded_at: momentOf(provenance.recordedAt, receivedAt),
    received_at: receivedAt,
    state: state.kind,
    verdict: verdict === undefined ? null : JSON.stringify(verdict),
  };
}

/** In one form, so that it sorts as text. What is not told, or lies ahead, is the time of arrival. */
function momentOf(text: string | undefined, receivedAt: string): string {
  const at = Date.parse(text ?? '');
  return at <= Date.parse(receivedAt) + DAY_MS ? new Date(at).toISOString() : receivedAt;
}

/** Few statements, however many points: while they run on SQLite, nobody else is answered. */
async function addPoints(
  trx: Knex.Transaction,
  row: ReturnType<typeof toRow>,
  at: number,
  points: readonly ReportPoint[],
): Promise<void> {
  const ids = await seriesIdsOf(trx, row.entity_ref, points);
  const stored = points.map((point) => ({ point, id: ids.get(seriesKeyOf(point)) }));
  for (const part of chunksOf(stored)) {
    await trx('points')
      .insert(
        part.map(({ point, id }) => ({
          series_id: id,
          at,
          commit_hash: row.commit_hash,
          value: point.value ?? null,
          runs: point.runs,
          report_id: row.id,
          functions: JSON.stringify(Object.fromEntries(point.functions.map(({ hash, value }) => [hash, value]))),
        })),
      )
      .onConflict(['series_id', 'at', 'commit_hash'])
      .merge();
  }
  const known = new Set<string>();
  for (const { series_id, hash } of await trx('functions')
    .select('series_id', 'hash')
    .whereIn('series_id', [...new Set(ids.values())])) {
    known.add(`${series_id} ${hash}`);
  }
  const unknown = stored.flatMap(({ point, id }) =>
    point.functions.flatMap(({ hash, name, file }) =>
      known.has(`${id} ${hash}`) ? [] : [{ series_id: id, hash, name: plainText(name), file: plainText(file) }],
    ),
  );
  for (const part of chunksOf(unknown)) await trx('functions').insert(part).onConflict(['series_id', 'hash']).ignore();
}

/** The series of points, by {@link seriesKeyOf}; made where there are none yet, which another process may do at the same time. */
async function seriesIdsOf(
  trx: Knex.Transaction,
  entityRef: string,
  points: readonly ReportPoint[],
): Promise<Map<string, number>> {
  const find = async () => {
    const rows = await trx('series')
      .select('id', 'report_key', 'sample_type', 'measure', 'unit')
      .where({ entity_ref: entityRef })
      .whereIn('report_key', [...new Set(points.map(({ key }) => key))]);
    return new Map<string, number>(
      rows.map(({ id, report_key, sample_type, measure, unit }) => [
        seriesKeyOf({ key: report_key, sampleType: sample_type, measure, unit }),
        id,
      ]),
    );
  };
  const found = await find();
  const missing = points.filter((point) => !found.has(seriesKeyOf(point)));
  if (missing.length === 0) return selected(found, points);
  const rows = missing.map(({ key, sampleType, measure, unit }) => ({
    entity_ref: entityRef,
    report_key: key,
    sample_type: sampleType,
    measure,
    unit,
  }));
  for (const part of chunksOf(rows)) {
    await trx('series').insert(part).onConflict(['entity_ref', 'report_key', 'sample_type', 'measure', 'unit']).ignore();
  }
  return selected(await find(), points);
}

function selected(ids: ReadonlyMap<string, number>, points: readonly ReportPoint[]): Map<string, number> {
  const wanted = new Set(points.map(seriesKeyOf));
  return new Map([...ids].filter(([key]) => wanted.has(key)));
}

function seriesKeyOf({ key, sampleType, measure, unit }: Pick<ReportPoint, 'key' | 'sampleType' | 'measure' | 'unit'>): string {
  return JSON.stringify([key, sampleType, measure, unit]);
}
