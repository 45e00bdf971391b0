import type { Knex } from 'knex';
import type { FlamestepConfig } from '../config/flamestep-config.ts';
import { DAY_MS } from '../trend/trend-constants.ts';
import { isAmong } from './sql.ts';

const BATCH = 500;

/** Deletes what is kept no longer: reports, results, history, and all of entities that the catalog lost. Tells how many rows went. */
export async function removeOld(
  knex: Knex,
  retention: FlamestepConfig['retention'],
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const iso = (days: number) => before(days).toISOString();
  let removed = 0;
  for (const [isMain, days] of [
    [true, retention.reportDays],
    [false, retention.pullRequestDays],
  ] as const) {
    removed += await inBatches(signal, async () => {
      const ids = await knex('reports')
        .where({ is_main: isMain })
        .andWhere('recorded_at', '<', iso(days))
        .limit(BATCH)
        .pluck('id');
      if (ids.length > 0)
        await knex('reports')
          .where(isAmong(knex, 'id', ids))
          .delete();
      return ids.length;
    });
  }
  // Series by series, along their key: a look at all results would hold up everybody.
  for (const series of await knex('series').pluck('id')) {
    if (signal?.aborted) return removed;
    removed += await knex('points')
      .where({ series_id: series })
      .andWhere('at', '<', before(retention.pointDays).getTime())
      .delete();
  }
  removed += await knex('history').where('at', '<', iso(retention.historyDays)).delete();
  removed += await knex('notices').where('at', '<', iso(retention.historyDays)).delete();
  removed += await inBatches(signal, async () => {
    const gone: string[] = await knex('services')
      .where('missing_since', '<', iso(retention.removedDays))
      .limit(BATCH)
      .pluck('entity_ref');
    if (gone.length === 0) return 0;
    await knex.transaction(async (trx) => {
      for (const table of ['reports', 'series', 'history', 'notices', 'services']) {
        await trx(table)
          .where(isAmong(trx, 'entity_ref', gone))
          .delete();
      }
    });
    return gone.length;
  });
  return removed;
}

async function inBatches(signal: AbortSignal | undefined, remove: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let count = await remove(); count > 0 && !signal?.aborted; count = await remove()) total += count;
  return total;
}
