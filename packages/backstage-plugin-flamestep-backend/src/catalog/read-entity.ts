import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type Entity,
  parseLocationRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  canonicalEntityRef,
  MANIFEST_ANNOTATION,
  PROJECT_SLUG_ANNOTATION,
  SERVICE_ANNOTATION,
  SLO_ANNOTATION,
  TIER_ANNOTATION,
} from '@flamestep/backstage-plugin-flamestep-common';
import type { ServiceLifecycle, Tier } from '@flamestep/maturity';
import type { FlamestepConfig } from '../config/flamestep-config.ts';
import type { CatalogService } from './catalog-service.ts';

const LIFECYCLES: readonly ServiceLifecycle[] = ['experimental', 'production', 'deprecated'];
const LONGEST = 200;

/** What an entity of the catalog says of its service. Owners are those of the relation, not of the spec. */
export function readEntity(entity: Entity, { types, tier }: Pick<FlamestepConfig['catalog'], 'types' | 'tier'>): CatalogService {
  const annotations = entity.metadata.annotations ?? {};
  const type = textOf(entity.spec?.['type']);
  const lifecycle = textOf(entity.spec?.['lifecycle']);
  const owners = (entity.relations ?? []).flatMap((relation) =>
    relation.type === RELATION_OWNED_BY ? [canonicalEntityRef(relation.targetRef)] : [],
  );
  const repository = annotations[PROJECT_SLUG_ANNOTATION]?.trim().toLowerCase();
  return {
    entityRef: stringifyEntityRef(entity),
    title: entity.metadata.title,
    owners: [...new Set(owners)].sort(),
    type,
    serviceName: annotations[SERVICE_ANNOTATION]?.slice(0, LONGEST) || undefined,
    manifestUrl: urlOf(annotations, MANIFEST_ANNOTATION),
    sloUrl: urlOf(annotations, SLO_ANNOTATION),
    repository: repository !== undefined && /^[\w.-]+\/[\w.-]+$/.test(repository) ? repository : undefined,
    kind: types[type ?? ''] ?? 'backend',
    tier: ([1, 2, 3, 4] as const).find((one): one is Tier => String(one) === annotations[TIER_ANNOTATION]) ?? tier,
    lifecycle: LIFECYCLES.find((one) => one === lifecycle) ?? 'production',
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, LONGEST) : undefined;
}

/** Whole, or as a path from where the entity's source is. Only http and https: the rest is not for entities to choose. */
function urlOf(annotations: Readonly<Record<string, string>>, annotation: string): string | undefined {
  const written = annotations[annotation];
  if (written === undefined) return undefined;
  for (const base of [undefined, annotations[ANNOTATION_SOURCE_LOCATION], annotations[ANNOTATION_LOCATION]]) {
    const from = base === undefined ? undefined : targetOf(base);
    if (!URL.canParse(written, from)) continue;
    const url = new URL(written, from);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
  }
  return undefined;
}

function targetOf(location: string): string | undefined {
  try {
    return parseLocationRef(location).target;
  } catch {
    return undefined;
  }
}
