import { createHash } from 'node:crypto';
import type { ServiceSummary, ServicesSort } from '@flamestep/backstage-plugin-flamestep-common';
import type { Knex } from 'knex';
import type { CatalogService } from '../catalog/catalog-service.ts';
import type { Candidate } from '../ingest/bind-report.ts';
import { filterServices, type ServiceFilter, sortServices, type Visible } from './service-filter.ts';
import { type ServiceRow, SUMMARY_COLUMNS, toSummary } from './service-row.ts';
import { chunksOf, isAmong } from './sql.ts';

export interface ServicePage {
  readonly sort: ServicesSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
}

/** A service as it is kept, with its row for a list. */
export interface StoredService {
  readonly row: ServiceRow;
  readonly summary: ServiceSummary;
}

/** The services that the catalog knows, and lists of them. */
export class DatabaseServiceStore {
  private readonly knex: Knex;

  constructor(knex: Knex) {
    this.knex = knex;
  }

  /** Makes the table agree with the catalog; what is not given is marked as missing. Writes only what changed. */
  async replaceAll(services: readonly CatalogService[], now: string): Promise<void> {
    const known = new Map<string, { digest: string; missing: boolean }>();
    for (const { entity_ref, digest, missing_since } of await this.knex('services').select(
      'entity_ref',
      'digest',
      'missing_since',
    )) {
      known.set(entity_ref, { digest, missing: missing_since !== null });
    }
    const changed = services.filter((service) => {
      const before = known.get(service.entityRef);
      return before === undefined || before.missing || before.digest !== digestOf(service);
    });
    for (const part of chunksOf(changed)) await this.write(part, now);
    const given = new Set(services.map(({ entityRef }) => entityRef));
    const gone = [...known].flatMap(([ref, { missing }]) => (given.has(ref) || missing ? [] : [ref]));
    for (const part of chunksOf(gone)) await this.knex('services').whereIn('entity_ref', part).update({ missing_since: now });
  }

  /** Adds or renews one service, as when it is asked for before the catalog was read. */
  async put(service: CatalogService, now: string): Promise<void> {
    await this.write([service], now);
  }

  /** What the catalog said last; undefined for what it never had or has no longer. */
  async find(entityRef: string): Promise<StoredService | undefined> {
    const row = await this.knex('services')
      .select([...SUMMARY_COLUMNS])
      .where({ entity_ref: entityRef })
      .whereNull('missing_since')
      .first();
    if (row === undefined) return undefined;
    const owners = await this.knex('service_owners').where({ entity_ref: entityRef }).orderBy('owner_ref').pluck('owner_ref');
    return { row, summary: toSummary(row, owners) };
  }

  /** Entities that declare a repository. */
  async ofRepository(repository: string, mapped: readonly string[]): Promise<Candidate[]> {
    const rows = await this.knex('services')
      .select('entity_ref', 'service_name')
      .whereNull('missing_since')
      .where((either) => either.where({ repository }).orWhereIn('entity_ref', [...mapped]))
      .orderBy('entity_ref');
    return rows.map(({ entity_ref, service_name }) => ({ entityRef: entity_ref, serviceName: service_name ?? undefined }));
  }

  /** A page of what matches and may be seen, and how many there are. */
  async list(filter: ServiceFilter, visible: Visible, page: ServicePage): Promise<{ items: ServiceSummary[]; total: number }> {
    const select = () => filterServices(this.knex, this.knex('services'), filter, visible);
    const [counted, rows] = await Promise.all([
      select().count({ total: '*' }).first(),
      sortServices(select().select([...SUMMARY_COLUMNS]), page.sort, page.descending)
        .limit(page.limit)
        .offset(page.offset),
    ]);
    const owners = await this.ownersOf(rows.map(({ entity_ref }: ServiceRow) => entity_ref));
    return {
      items: rows.map((row: ServiceRow) => toSummary(row, owners.get(row.entity_ref) ?? [])),
      total: Number(counted?.total ?? 0),
    };
  }

  /** Replaces what is known of groups: each with every group above it. */
  async replaceGroups(ancestors: ReadonlyMap<string, readonly string[]>): Promise<void> {
    const rows = [...ancestors].flatMap(([group, above]) =>
      [...new Set([group, ...above])].map((ancestor) => ({ group_ref: group, ancestor_ref: ancestor })),
    );
    const key = (row: { group_ref: string; ancestor_ref: string }) => `${row.group_ref} ${row.ancestor_ref}`;
    const wanted = new Set(rows.map(key));
    await this.knex.transaction(async (trx) => {
      const before = await trx('group_ancestors').select('group_ref', 'ancestor_ref');
      const known = new Set(before.map(key));
      for (const row of before) if (!wanted.has(key(row))) await trx('group_ancestors').where(row).delete();
      for (const part of chunksOf(rows.filter((row) => !known.has(key(row))))) {
        await trx('group_ancestors').insert(part).onConflict(['group_ref', 'ancestor_ref']).ignore();
      }
    });
  }

  private async ownersOf(refs: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.knex('service_owners')
      .where(isAmong(this.knex, 'entity_ref', refs))
      .orderBy('owner_ref');
    const owners = new Map<string, string[]>();
    for (const { entity_ref, owner_ref } of rows) owners.set(entity_ref, [...(owners.get(entity_ref) ?? []), owner_ref]);
    return owners;
  }

  private async write(services: readonly CatalogService[], now: string): Promise<void> {
    const rows = services.map((service) => ({
      entity_ref: service.entityRef,
      title: service.title ?? null,
      search: `${service.entityRef.split('/').pop()} ${service.title ?? ''}`.toLowerCase(),
      entity_type: service.type ?? null,
      annotated: service.serviceName !== undefined,
      service_name: service.serviceName ?? null,
      manifest_url: service.manifestUrl ?? null,
      repository: service.repository ?? null,
      digest: digestOf(service),
      missing_since: null,
      kind: service.kind,
      tier: service.tier,
      lifecycle: service.lifecycle,
      next_assess_at: service.serviceName === undefined ? null : now,
    }));
    const said = [
      'title',
      'search',
      'entity_type',
      'annotated',
      'service_name',
      'manifest_url',
      'repository',
      'digest',
      'missing_since',
    ];
    await this.knex.transaction(async (trx) => {
      await trx('services')
        .insert(rows)
        .onConflict('entity_ref')
        .merge({
          ...Object.fromEntries(said.map((column) => [column, trx.raw('excluded.??', [column])])),
          // Once assessed, the service file has the last word on these.
          ...Object.fromEntries(
            ['kind', 'tier', 'lifecycle'].map((column) => [
              column,
              trx.raw('CASE WHEN services.assessed_at IS NULL THEN excluded.?? ELSE services.?? END', [column, column]),
            ]),
          ),
          // An entity that names no service any more is not rated any more.
          ...Object.fromEntries(
            ['rated', 'sum'].map((column) => [
              column,
              trx.raw(`CASE WHEN excluded.annotated THEN services.?? ELSE ${column === 'rated' ? 'FALSE' : 'NULL'} END`, [
                column,
              ]),
            ]),
          ),
          // What the entity says has changed, so that it is looked at anew.
          next_assess_at: trx.raw('excluded.next_assess_at'),
        });
      const refs = rows.map(({ entity_ref }) => entity_ref);
      await trx('service_owners')
        .where(isAmong(trx, 'entity_ref', refs))
        .delete();
      const owners = services.flatMap(({ entityRef, owners }) =>
        owners.map((owner) => ({ entity_ref: entityRef, owner_ref: owner })),
      );
      for (const part of chunksOf(owners))
        await trx('service_owners').insert(part).onConflict(['entity_ref', 'owner_ref']).ignore();
    });
  }
}

function digestOf(service: CatalogService): string {
  return createHash('sha256').update(JSON.stringify(service)).digest('base64url');
}
