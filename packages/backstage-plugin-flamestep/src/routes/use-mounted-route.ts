import { useRouteRef, type AnyRouteRefParams, type RouteFunc, type RouteRef, type SubRouteRef } from '@backstage/core-plugin-api';

/** As `useRouteRef`; undefined where the app has not mounted the route, or it cannot be known from here. */
export function useMountedRoute<Params extends AnyRouteRefParams>(
  ref: RouteRef<Params> | SubRouteRef<Params>,
): RouteFunc<Params> | undefined {
  try {
    // biome-ignore lint/correctness/useHookAtTopLevel: it has called its own hooks when it throws
    return useRouteRef(ref);
  } catch {
    return undefined;
  }
}
