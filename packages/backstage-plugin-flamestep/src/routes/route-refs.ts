import { createRouteRef, createSubRouteRef, type RouteRef, type SubRouteRef } from '@backstage/core-plugin-api';

/** Where an app has put the overview of all services. */
export const pagesRouteRef: RouteRef<undefined> = createRouteRef({ id: 'flamestep' });

/** Where an app has put reports: below the overview. */
export const reportRouteRef: SubRouteRef<{ id: string }> = createSubRouteRef({
  id: 'flamestep/report',
  parent: pagesRouteRef,
  path: '/reports/:id',
});

/** Where an app has put the tab of an entity, below the entity. */
export const tabRouteRef: RouteRef<undefined> = createRouteRef({ id: 'flamestep/tab' });
