import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';

/** Below an entity's page. */
export const TAB_PATH = '/observability';

/** Tells where the tab of an entity is. */
export function useTabPath(): (entityRef: string) => string {
  const entityPath = useRouteRef(entityRouteRef);
  return (entityRef) => {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const [lowKind, lowNamespace] = [kind.toLowerCase(), namespace.toLowerCase()];
    return `${entityPath({ kind: lowKind, namespace: lowNamespace, name })}${TAB_PATH}`;
  };
}
