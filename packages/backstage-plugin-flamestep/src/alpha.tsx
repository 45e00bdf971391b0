import { createFrontendPlugin, PageBlueprint } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint, EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { z } from 'zod';
import { StairsIcon } from './parts/stairs-icon.tsx';
import { pagesRouteRef, reportRouteRef, tabRouteRef } from './routes/route-refs.ts';
import { TAB_PATH } from './routes/tab-path.ts';

/** The card on the overview of an entity. `app.extensions` can show it for other entities, or leave it out. */
const entityCard = EntityCardBlueprint.make({
  name: 'step',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () => import('./card/entity-flamestep-card.tsx').then(({ EntityFlamestepCard }) => <EntityFlamestepCard />),
  },
});

/** The tab of an entity, in the group Observability. */
const entityContent = EntityContentBlueprint.make({
  name: 'observability',
  params: {
    path: TAB_PATH,
    routeRef: tabRouteRef,
    title: 'Observability',
    group: 'observability',
    filter: { kind: 'component' },
    loader: () => import('./tab/entity-flamestep-content.tsx').then(({ EntityFlamestepContent }) => <EntityFlamestepContent />),
  },
});

/** The overview of all services, and reports, to which trends and comments of pull requests link. */
const page = PageBlueprint.makeWithOverrides({
  name: 'pages',
  configSchema: {
    // Where `entity-content:flamestep/observability` is, if its path was changed.
    tabPath: z.string().optional(),
  },
  factory: (original, { config: { tabPath } }) =>
    original({
      path: '/flamestep',
      routeRef: pagesRouteRef,
      title: 'Observability',
      icon: <StairsIcon />,
      loader: () => import('./flamestep-pages.tsx').then(({ FlamestepPages }) => <FlamestepPages tabPath={tabPath} />),
    }),
});

/** flamestep for apps of the new frontend system. */
const flamestepPlugin = createFrontendPlugin({
  pluginId: 'flamestep',
  title: 'Observability',
  routes: { pages: pagesRouteRef, report: reportRouteRef, tab: tabRouteRef },
  extensions: [entityCard, entityContent, page],
});

export default flamestepPlugin;
