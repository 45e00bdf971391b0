import { createComponentExtension, createPlugin, createRoutableExtension } from '@backstage/core-plugin-api';
import type { JSX } from 'react';
import type { FlamestepPagesProps } from './flamestep-pages.tsx';
import { pagesRouteRef, reportRouteRef, tabRouteRef } from './routes/route-refs.ts';

/** flamestep for apps of `@backstage/core-plugin-api`. */
export const flamestepPlugin = createPlugin({
  id: 'flamestep',
  routes: { pages: pagesRouteRef, report: reportRouteRef, tab: tabRouteRef },
});

/** The card for the overview of an entity page. */
export const EntityFlamestepCard: () => JSX.Element = flamestepPlugin.provide(
  createComponentExtension({
    name: 'EntityFlamestepCard',
    component: { lazy: () => import('./card/entity-flamestep-card.tsx').then((module) => module.EntityFlamestepCard) },
  }),
);

/** The content for an `EntityLayout.Route`, at `/observability` if nothing is against it. */
export const EntityFlamestepContent: () => JSX.Element = flamestepPlugin.provide(
  createRoutableExtension({
    name: 'EntityFlamestepContent',
    component: () => import('./tab/entity-flamestep-content.tsx').then((module) => module.EntityFlamestepContent),
    mountPoint: tabRouteRef,
  }),
);

/** The overview of all services and the reports, for a `Route`, at `/flamestep` if nothing is against it. */
export const FlamestepPage: (props: FlamestepPagesProps) => JSX.Element = flamestepPlugin.provide(
  createRoutableExtension({
    name: 'FlamestepPage',
    component: () => import('./legacy-pages.tsx').then((module) => module.LegacyPages),
    mountPoint: pagesRouteRef,
  }),
);
