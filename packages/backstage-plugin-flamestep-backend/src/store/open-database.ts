import { type DatabaseService, resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { isPostgres } from './sql.ts';

/** Connects to the plugin's own database and brings its tables up to date. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (!isPostgres(knex)) await tuneSqlite(knex);
  if (!database.migrations?.skip) await migrate(knex);
  return knex;
}

/** Replicas that start at the same moment would make the same tables; on PostgreSQL the others wait for the first. */
async function migrate(knex: Knex): Promise<void> {
  const directory = resolvePackagePath('@flamestep/backstage-plugin-flamestep-backend', 'migrations');
  if (!isPostgres(knex)) {
    await knex.migrate.latest({ directory });
    return;
  }
  await knex.transaction(async (transaction) => {
    await transaction.raw('SELECT pg_advisory_xact_lock(hashtext(?))', ['flamestep migrations']);
    await transaction.migrate.latest({ directory });
  });
}

/**
 * SQLite runs in the event loop, and so do its waits for the disk. With a log of writes they come now and then instead of with every
 * report. What was acknowledged outlives the process; a machine that loses its power may lose the last seconds, PostgreSQL does not.
 */
async function tuneSqlite(knex: Knex): Promise<void> {
  await knex.raw('PRAGMA journal_mode = WAL');
  await knex.raw('PRAGMA synchronous = NORMAL');
  await knex.raw('PRAGMA wal_autocheckpoint = 4000');
  await knex.raw('PRAGMA cache_size = -65536');
}
