import { parseEntityRef } from '@backstage/catalog-model';

/** The path of a service in the API, to be put after `plugin://flamestep`: `/v1/services/component/default/checkout`. */
export function servicePath(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/v1/services/${[kind, namespace, name].map((part) => encodeURIComponent(part.toLowerCase())).join('/')}`;
}
