import { createComponentExtension, createPlugin, createRoutableExtension, createRouteRef } from '@backstage/core-plugin-api';
import type { JSX } from 'react';

const pagesRouteRef = createRouteRef({ id: 'flamestep' });

/** flamestep for apps of `@backstage/core-plugin-api`. */
export const flamestepPlugin = createPlugin({ id: 'flamestep', routes: { pages: pagesRouteRef } });

/** The card for the overview of an entity page. */
export const EntityFlamestepCard: () => JSX.Element = flamestepPlugin.provide(
  createComponentExtension({
    name: 'EntityFlamestepCard',
    component: { lazy: () => import('./card/entity-flamestep-card.tsx').then((module) => module.EntityFlamestepCard) },
  }),
);

/** The content for an `EntityLayout.Route` at `/observability`. */
export const EntityFlamestepContent: () => JSX.Element = flamestepPlugin.provide(
  createComponentExtension({
    name: 'EntityFlamestepContent',
    component: { lazy: () => import('./tab/entity-flamestep-content.tsx').then((module) => module.EntityFlamestepContent) },
  }),
);

/** The overview of all services and the reports, for a `Route` at `/flamestep`. */
export const FlamestepPage: () => JSX.Element = flamestepPlugin.provide(
  createRoutableExtension({
    name: 'FlamestepPage',
    component: () => import('./legacy-pages.tsx').then((module) => module.LegacyPages),
    mountPoint: pagesRouteRef,
  }),
);
