import type { TrendProfile, TrendSummary } from '@flamestep/backstage-plugin-flamestep-common';
import type { Knex } from 'knex';
import type { Line, StoredPoint, StoredSeries } from '../trend/line.ts';
import type { SeriesSummary } from '../trend/summarize-series.ts';
import { jsonNumber } from './sql.ts';

export interface DueTrend {
  readonly entityRef: string;
  /** As it was read: a later one means that more came meanwhile. */
  readonly dueAt: string;
}

/** Results of main over time. */
export class DatabaseTrendStore {
  private readonly knex: Knex;

  constructor(knex: Knex) {
    this.knex = knex;
  }

  /** Every series of an entity. */
  async seriesOf(entityRef: string): Promise<StoredSeries[]> {
    const rows = await this.knex('series').where({ entity_ref: entityRef }).orderBy('id');
    return rows.map(({ id, report_key, sample_type, measure, unit }) => ({
      id,
      key: report_key,
      sampleType: sample_type,
      measure,
      unit,
    }));
  }

  /** Every series of an entity with what it came to last. */
  async profilesOf(entityRef: string): Promise<(TrendProfile & { readonly id: number })[]> {
    const rows = await this.knex('series').where({ entity_ref: entityRef }).orderBy('id');
    return rows.map(({ id, report_key, sample_type, measure, unit, summary }) => ({
      id,
      key: report_key,
      sampleType: sample_type,
      measure,
      unit,
      // Only this package writes it. Results that nobody has looked at yet are not known to be anything.
      summary: summary === null ? { state: 'too-few' } : (JSON.parse(summary) as TrendSummary),
    }));
  }

  /** Of the profile that a summary is about. */
  async sparklineOf(entityRef: string, { key, sampleType }: TrendSummary): Promise<TrendSummary['sparkline']> {
    if (key === undefined) return undefined;
    const profiles = await this.profilesOf(entityRef);
    return profiles.find((one) => one.key === key && one.sampleType === sampleType)?.summary.sparkline;
  }

  /** The cost of everything, where it is known, and that of functions: of those that changed, or of all. */
  async linesOf(
    series: Pick<StoredSeries, 'id' | 'unit' | 'measure'>,
    since: number,
    functions: 'changed' | 'all',
  ): Promise<Line[]> {
    const named = this.knex('functions').where({ series_id: series.id });
    if (functions === 'changed') named.whereNotNull('times');
    const names = new Map<string, NonNullable<Line['function']>>(
      (await named).map(({ hash, name, file }) => [hash, { hash, name, file }]),
    );
    // The costs of all functions are most of a row: where a few of them are asked for, the database picks those out.
    const picked = [...names.keys()].map((hash, index) => ({ hash, column: `cost_${index}` }));
    const costs =
      functions === 'all' ? ['functions'] : picked.map(({ hash, column }) => jsonNumber(this.knex, 'functions', hash, column));
    const rows = await this.knex('points')
      .select('at', 'commit_hash', 'value', 'runs', 'report_id', ...costs)
      .where({ series_id: series.id })
      .andWhere('at', '>=', since)
      .orderBy(['at', 'commit_hash']);
    const costsIn = (row: Record<string, string | number | null>): Iterable<readonly [string, number | null]> =>
      functions === 'all'
        ? // Only this package writes it.
          Object.entries(JSON.parse(row.functions as string) as Record<string, number>)
        : picked.map(({ hash, column }) => [hash, row[column] as number | null]);
    const whole: StoredPoint[] = [];
    const own = new Map<string, StoredPoint[]>([...names.keys()].map((hash) => [hash, []]));
    for (const row of rows) {
      const { at, commit_hash, value, runs, report_id } = row;
      const about = {
        commit: commit_hash,
        time: new Date(Number(at)).toISOString(),
        ...(runs !== null && { runs }),
        ...(report_id !== null && { reportId: report_id }),
      };
      if (value !== null) whole.push({ ...about, value });
      for (const [hash, cost] of costsIn(row)) if (cost !== null) own.get(hash)?.push({ ...about, value: cost });
    }
    const unit = series.measure === 'relative' ? 'share' : series.unit;
    return [
      ...(whole.length > 0 ? [{ unit, points: whole }] : []),
      ...[...own].flatMap(([hash, points]) => (points.length > 0 ? [{ function: names.get(hash)!, unit, points }] : [])),
    ];
  }

  /** Entities with results that nobody has looked at, those that wait longest first. */
  async due(limit: number): Promise<DueTrend[]> {
    const rows = await this.knex('services')
      .select('entity_ref', 'trend_due_at')
      .whereNotNull('trend_due_at')
      .orderBy('trend_due_at')
      .limit(limit);
    return rows.map(({ entity_ref, trend_due_at }) => ({ entityRef: entity_ref, dueAt: trend_due_at }));
  }

  /** Entities whose trend says more than it may by now: nothing has come for a while, or its news are old. */
  async makeOldDue(lastBefore: string, changedBefore: string, now: string): Promise<void> {
    await this.knex('services')
      .whereNull('trend_due_at')
      .where((either) =>
        either
          .where((silent) =>
            silent.where('last_result_at', '<', lastBefore).whereNotIn('trend_state', ['silent', 'no-data', 'too-few']),
          )
          .orWhere('slower_since', '<', changedBefore),
      )
      .update({ trend_due_at: now });
  }

  async saveSeries(seriesId: number, { summary, changed }: SeriesSummary): Promise<void> {
    await this.knex.transaction(async (trx) => {
      await trx('series')
        .where({ id: seriesId })
        .update({ summary: JSON.stringify(summary) });
      await trx('functions').where({ series_id: seriesId }).whereNotNull('times').update({ times: null });
      for (const { hash, times } of changed) await trx('functions').where({ series_id: seriesId, hash }).update({ times });
    });
  }

  /** Keeps what the trends of an entity come to, less the sparkline. Where more results came meanwhile, they stay due. */
  async saveService({ entityRef, dueAt }: DueTrend, { sparkline: _, ...trend }: TrendSummary, trouble: number): Promise<void> {
    await this.knex('services')
      .where({ entity_ref: entityRef })
      .update({
        trend: JSON.stringify(trend),
        trend_state: trend.state,
        slower_since: trend.state === 'slower' ? (trend.since?.time ?? null) : null,
        trouble,
        trend_due_at: this.knex.raw('CASE WHEN trend_due_at = ? THEN NULL ELSE trend_due_at END', [dueAt]),
      });
  }
}
