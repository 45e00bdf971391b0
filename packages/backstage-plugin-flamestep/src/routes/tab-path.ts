import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createContext, useContext } from 'react';
import { tabRouteRef } from './route-refs.ts';
import { useMountedRoute } from './use-mounted-route.ts';

/** Where the tab is below an entity's page, if nobody puts it elsewhere. */
export const TAB_PATH = '/observability';

/** Where it is in this app: away from an entity's page, an app cannot tell. */
export const TabPath = createContext(TAB_PATH);

/** Tells where the tab of an entity is. */
export function useTabPath(): (entityRef: string) => string {
  const entityPath = useRouteRef(entityRouteRef);
  const path = useContext(TabPath);
  return (entityRef) => {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const [lowKind, lowNamespace] = [kind.toLowerCase(), namespace.toLowerCase()];
    return `${entityPath({ kind: lowKind, namespace: lowNamespace, name })}/${path.replace(/^\/+/, '')}`;
  };
}

/** Where the tab of the entity is on whose page this is asked. */
export function useOwnTabPath(entityRef: string): string {
  const own = useMountedRoute(tabRouteRef);
  const tabPath = useTabPath();
  return own?.() ?? tabPath(entityRef);
}
