import type { Entity } from '@backstage/catalog-model';

export interface SampleEntity {
  readonly name: string;
  readonly owner?: string;
  readonly service?: string | null;
  readonly repository?: string;
  readonly type?: string;
  readonly tier?: number;
  readonly title?: string;
}

/** A component of the catalog. */
export function component({
  name,
  owner = 'group:default/payments',
  service,
  repository,
  type = 'service',
  tier,
  title,
}: SampleEntity): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      ...(title !== undefined && { title }),
      annotations: {
        ...(service !== null && { 'flamestep.io/service': service ?? name }),
        ...(repository !== undefined && { 'github.com/project-slug': repository }),
        ...(tier !== undefined && { 'flamestep.io/tier': String(tier) }),
      },
    },
    spec: { type, lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** A group below another. */
export function group(name: string, parent?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: parent === undefined ? [] : [{ type: 'childOf', targetRef: `group:default/${parent}` }],
  };
}
