import { readFileSync, writeFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { expect, test } from 'vitest';
import { createDatabases } from './databases.ts';

const databases = createDatabases();
const name = '@flamestep/backstage-plugin-flamestep-backend';
const file = resolvePackagePath(name, 'report.sql.md');

// Whoever changes a table sees here what others have to know. UPDATE=1 writes it anew.
test.skipIf(!databases.supports('POSTGRES_15'))('report.sql.md shows the tables as PostgreSQL has them', async () => {
  const knex = await databases.init('POSTGRES_15');
  await knex.migrate.latest({ directory: resolvePackagePath(name, 'migrations') });
  const report = await renderTables(knex);
  if (process.env['UPDATE'] !== undefined) writeFileSync(file, report);
  expect(readFileSync(file, 'utf8'), 'run this test with UPDATE=1').toBe(report);
});

async function renderTables(knex: Knex): Promise<string> {
  const tables: string[] = await knex('information_schema.tables')
    .where({ table_schema: 'public' })
    .whereNot('table_name', 'like', 'knex_%')
    .orderBy('table_name')
    .pluck('table_name');
  const parts = await Promise.all(tables.map((table) => renderTable(knex, table)));
  return [`# SQL tables of \`${name}\``, ...parts, ''].join('\n\n');
}

async function renderTable(knex: Knex, table: string): Promise<string> {
  const columns = await knex('information_schema.columns')
    .where({ table_schema: 'public', table_name: table })
    .orderBy('column_name');
  const indices = await knex('pg_indexes').where({ schemaname: 'public', tablename: table }).orderBy('indexname');
  return [
    `## Table \`${table}\``,
    '',
    '| column | type | nullable |',
    '|---|---|---|',
    ...columns.map(
      (column) => `| \`${column.column_name}\` | \`${column.data_type}\` | ${column.is_nullable === 'YES' ? 'yes' : 'no'} |`,
    ),
    '',
    ...indices.map(({ indexdef }) => `- \`${String(indexdef).replace('public.', '')}\``),
  ].join('\n');
}
