import type { ServicesQuery, ServicesSort } from '@flamestep/backstage-plugin-flamestep-common';
import type { Knex } from 'knex';
import { isAmong } from './sql.ts';

/** Which entities the caller may read: all, or only these. Whoever has the same `key` may read the same. */
export type Visible =
  | { readonly kind: 'all'; readonly key: string }
  | { readonly kind: 'some'; readonly key: string; readonly refs: readonly string[] };

/** A query whose owners are said: `mine` has been looked up. */
export type ServiceFilter = Omit<ServicesQuery, 'mine' | 'sort' | 'descending' | 'limit' | 'offset'>;

/** Restricts a query of `services` to what matches and may be seen; what cannot be seen is not counted either. */
export function filterServices(knex: Knex, query: Knex.QueryBuilder, filter: ServiceFilter, visible: Visible): Knex.QueryBuilder {
  query.whereNull('missing_since');
  if (visible.kind === 'some') query.where(isAmong(knex, 'services.entity_ref', visible.refs));
  if (filter.owners) query.whereExists(ownedBy(knex, filter.owners));
  if (filter.kinds) query.whereIn('kind', [...filter.kinds]);
  if (filter.tiers) query.whereIn('tier', [...filter.tiers]);
  if (filter.steps) query.where((either) => onSteps(knex, either, filter.steps ?? []));
  if (filter.slower) query.where('trend_state', 'slower');
  if (filter.text) query.whereRaw(`search LIKE ? ESCAPE '!'`, [`%${filter.text.toLowerCase().replace(/[!%_]/g, '!$&')}%`]);
  return query;
}

/** A group owns what its child groups own, at any depth. */
function ownedBy(knex: Knex, owners: readonly string[]): Knex.QueryBuilder {
  return knex('service_owners as o')
    .select(knex.raw('1'))
    .leftJoin('group_ancestors as g', 'g.group_ref', 'o.owner_ref')
    .whereRaw('o.entity_ref = services.entity_ref')
    .andWhere((either) => either.where(isAmong(knex, 'o.owner_ref', owners)).orWhere(isAmong(knex, 'g.ancestor_ref', owners)));
}

function onSteps(knex: Knex, either: Knex.QueryBuilder, steps: readonly (number | 'none')[]): void {
  const numbers = steps.filter((step) => step !== 'none');
  either.where((rated) => rated.where('rated', true).whereIn('step', numbers));
  if (steps.includes('none')) either.orWhere('rated', false);
  if (steps.length === 0) either.where(knex.raw('1 = 0'));
}

/** What got slower and what is furthest from good come first within their tier; equal ones by name. */
export function sortServices(query: Knex.QueryBuilder, sort: ServicesSort, descending: boolean): Knex.QueryBuilder {
  const [down, up] = descending ? ['asc', 'desc'] : ['desc', 'asc'];
  if (sort === 'trouble')
    query.orderBy([
      { column: 'tier', order: up },
      { column: 'trouble', order: down },
    ]);
  if (sort === 'tier') query.orderBy('tier', up);
  if (sort === 'step')
    query.orderBy([
      { column: 'rated', order: up },
      { column: 'step', order: up },
    ]);
  if (sort === 'assessed') query.orderBy('assessed_at', up, 'first');
  return query.orderBy('services.entity_ref', sort === 'name' ? up : 'asc');
}
