import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import createKnex from 'knex';
import { expect, test } from 'vitest';
import { openDatabase } from '../src/store/open-database.ts';
import { createDatabases } from './databases.ts';

const databases = createDatabases();
const directory = resolvePackagePath('@flamestep/backstage-plugin-flamestep-backend', 'migrations');

test.each(databases.eachSupportedId())('tables go up, down and up again on %s', async (id) => {
  const knex = await databases.init(id);
  const tables = async () => {
    const names: string[] =
      id === 'SQLITE_3'
        ? await knex('sqlite_master').where({ type: 'table' }).whereNot('name', 'like', 'sqlite_%').pluck('name')
        : await knex('information_schema.tables').where({ table_schema: 'public' }).pluck('table_name');
    return names.filter((name) => !name.startsWith('knex_')).sort();
  };
  await knex.migrate.latest({ directory });
  const full = await tables();
  expect(full).toContain('points');
  await knex.migrate.rollback({ directory }, true);
  expect(await tables()).toEqual([]);
  await knex.migrate.latest({ directory });
  expect(await tables()).toEqual(full);
});

test.skipIf(!databases.supports('POSTGRES_15'))('replicas that start at the same moment do not disturb each other', async () => {
  const { client } = await databases.init('POSTGRES_15');
  const replicas = Array.from({ length: 4 }, () => createKnex(client.config));
  try {
    await Promise.all(replicas.map((knex) => openDatabase(mockServices.database({ knex }))));
    expect(await Promise.all(replicas.map((knex) => knex('points').count({ count: '*' })))).toEqual(
      Array(4).fill([{ count: '0' }]),
    );
  } finally {
    await Promise.all(replicas.map((knex) => knex.destroy()));
  }
});
