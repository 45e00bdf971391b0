import type { Knex } from 'knex';

/** Rows that go into one statement; SQLite takes at most 32,766 values. */
export const CHUNK = 500;

/** `column IN (values)` with one parameter, however many values there are. */
export function isAmong(knex: Knex, column: string, values: readonly string[]): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = ANY(?::text[])', [column, [...values]])
    : knex.raw('?? IN (SELECT value FROM json_each(?))', [column, JSON.stringify(values)]);
}

/** The number that a column of JSON text has under `name`, as `alias`: null where it has none. */
export function jsonNumber(knex: Knex, column: string, name: string, alias: string): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('(??::json ->> ?)::double precision AS ??', [column, name, alias])
    : knex.raw('?? ->> ? AS ??', [column, name, alias]);
}

export function isPostgres(knex: Knex): boolean {
  return String(knex.client.config.client).startsWith('pg');
}

/** The list in parts that fit into a statement. */
export function chunksOf<T>(values: readonly T[], size = CHUNK): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));
}
