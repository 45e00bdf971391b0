import { type TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';

/** The databases that every test of the store runs on; PostgreSQL where set-up-postgres.ts found one. */
export const IDS: readonly TestDatabaseId[] = ['SQLITE_3', 'POSTGRES_15'];

/** Empty databases, one for each call of `init`. */
export function createDatabases(): TestDatabases {
  return TestDatabases.create({ ids: [...IDS] });
}
