import type { AuthService, BackstageCredentials, PermissionsService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { type Entity, RELATION_CHILD_OF, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService as CatalogApi } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { canonicalEntityRef, SERVICE_ANNOTATION } from '@flamestep/backstage-plugin-flamestep-common';
import type { FlamestepConfig } from '../config/flamestep-config.ts';
import type { DatabaseServiceStore } from '../store/DatabaseServiceStore.ts';
import type { Visible } from '../store/service-filter.ts';
import { rememberBriefly } from '../read/remember-briefly.ts';
import { ancestorsOf } from './ancestors-of.ts';
import type { CatalogService } from './catalog-service.ts';
import { readEntity } from './read-entity.ts';

export interface CatalogReaderOptions {
  readonly catalog: CatalogApi;
  readonly auth: AuthService;
  readonly permissions: PermissionsService;
  readonly services: DatabaseServiceStore;
  readonly config: FlamestepConfig['catalog'];
  readonly clock: () => Date;
}

const FIELDS = ['kind', 'metadata', 'spec.type', 'spec.lifecycle', 'relations'];
/** What may be seen is asked again after so long; a change of the policy itself counts at once. */
const REMEMBERED_MS = 30_000;
const MOST_REMEMBERED = 100;

/** The catalog, as far as services go: which there are, and who may see which. */
export class CatalogReader {
  private readonly options: CatalogReaderOptions;
  private readonly remember = rememberBriefly<readonly string[]>(REMEMBERED_MS, MOST_REMEMBERED);

  constructor(options: CatalogReaderOptions) {
    this.options = options;
  }

  /** Brings services, their owners and the tree of groups up to date. */
  async sync(): Promise<void> {
    const { catalog, auth, services, config, clock } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const found: CatalogService[] = [];
    const annotated = { [`metadata.annotations.${SERVICE_ANNOTATION}`]: CATALOG_FILTER_EXISTS };
    const filter = [...config.filter.map(mutable), annotated];
    for await (const page of catalog.streamEntities({ filter, fields: FIELDS }, { credentials })) {
      found.push(...page.map((entity) => readEntity(entity, config)));
    }
    const parents = new Map<string, string[]>();
    const groups = { filter: { kind: 'Group' }, fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'] };
    for await (const page of catalog.streamEntities(groups, { credentials })) {
      for (const group of page) parents.set(stringifyEntityRef(group), parentsOf(group));
    }
    await services.replaceAll(found, clock().toISOString());
    await services.replaceGroups(ancestorsOf(parents));
  }

  /** Reads one entity that the table does not have yet; undefined where there is none, or it names no service. */
  async fetch(entityRef: string): Promise<CatalogService | undefined> {
    const { catalog, auth, config } = this.options;
    const entity = await catalog.getEntityByRef(entityRef, { credentials: await auth.getOwnServiceCredentials() });
    const service = entity && readEntity(entity, config);
    return service?.serviceName === undefined ? undefined : service;
  }

  /** Whether the catalog lets the caller read the entity. */
  async maySee(entityRef: string, credentials: BackstageCredentials): Promise<boolean> {
    const request = { permission: catalogEntityReadPermission, resourceRef: entityRef };
    const [{ result }] = await this.options.permissions.authorize([request], { credentials });
    return result === AuthorizeResult.ALLOW;
  }

  /** Which entities the catalog lets the caller read. */
  async visibleTo(credentials: BackstageCredentials): Promise<Visible> {
    const { permissions, clock } = this.options;
    const [decision] = await permissions.authorizeConditional([{ permission: catalogEntityReadPermission }], { credentials });
    if (decision.result === AuthorizeResult.ALLOW) return { kind: 'all', key: 'all' };
    if (decision.result !== AuthorizeResult.CONDITIONAL) return { kind: 'some', key: 'none', refs: [] };
    // The conditions say all: whoever has the same sees the same.
    const key = JSON.stringify(decision.conditions);
    const refs = await this.remember(key, clock().getTime(), () => this.fetchVisible(credentials));
    return { kind: 'some', key, refs };
  }

  private async fetchVisible(credentials: BackstageCredentials): Promise<readonly string[]> {
    const { catalog, config } = this.options;
    const annotated = { [`metadata.annotations.${SERVICE_ANNOTATION}`]: CATALOG_FILTER_EXISTS };
    const filter = [...config.filter.map(mutable), annotated];
    const refs: string[] = [];
    const request = { filter, fields: ['kind', 'metadata.name', 'metadata.namespace'] };
    for await (const page of catalog.streamEntities(request, { credentials }))
      refs.push(...page.map((one) => stringifyEntityRef(one)));
    return refs;
  }
}

function parentsOf(group: Entity): string[] {
  return (group.relations ?? []).flatMap(({ type, targetRef }) =>
    type === RELATION_CHILD_OF ? [canonicalEntityRef(targetRef)] : [],
  );
}

function mutable(filter: Readonly<Record<string, string | readonly string[]>>): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(filter).map(([field, value]) => [field, typeof value === 'string' ? value : [...value]]),
  );
}
