import { startPostgres } from './start-postgres.ts';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';

/** Gives tests a PostgreSQL 15 for as long as they run; without one they run on SQLite alone and say so. */
export default async function setUpPostgres(): Promise<(() => Promise<void>) | undefined> {
  // Docker is never asked for.
  process.env['BACKSTAGE_TEST_DISABLE_DOCKER'] = '1';
  if (process.env[VARIABLE] !== undefined) return undefined;
  const postgres = await startPostgres();
  if (postgres === undefined) {
    console.warn('PostgreSQL 15 is not installed (Debian: apt-get install postgresql-15); tests on it are skipped');
    return undefined;
  }
  process.env[VARIABLE] = postgres.connectionString;
  return () => postgres.stop();
}
