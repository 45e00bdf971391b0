import { parseEntityRef } from '@backstage/catalog-model';

/** Its title, or the name of its entity; with the namespace where that is another than `default`. */
export function serviceName({ entityRef, title }: { readonly entityRef: string; readonly title?: string }): string {
  if (title !== undefined) return title;
  const { namespace, name } = parseEntityRef(entityRef);
  return namespace === 'default' ? name : `${namespace}/${name}`;
}
