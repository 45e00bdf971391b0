import { createFrontendPlugin, createRouteRef, PageBlueprint } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint, EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { PAGE_PATH } from './parts/report-path.ts';
import { StairsIcon } from './parts/stairs-icon.tsx';

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
    path: '/observability',
    title: 'Observability',
    group: 'observability',
    filter: { kind: 'component' },
    loader: () => import('./tab/entity-flamestep-content.tsx').then(({ EntityFlamestepContent }) => <EntityFlamestepContent />),
  },
});

/** The navigation lists pages by it. */
const pagesRouteRef = createRouteRef();

/** The overview of all services, and reports, to which trends and comments of pull requests link. */
const page = PageBlueprint.make({
  name: 'pages',
  params: {
    path: PAGE_PATH,
    routeRef: pagesRouteRef,
    title: 'Observability',
    icon: <StairsIcon />,
    loader: () => import('./flamestep-pages.tsx').then(({ FlamestepPages }) => <FlamestepPages />),
  },
});

/** flamestep for apps of the new frontend system. */
const flamestepPlugin = createFrontendPlugin({
  pluginId: 'flamestep',
  title: 'Observability',
  routes: { pages: pagesRouteRef },
  extensions: [entityCard, entityContent, page],
});

export default flamestepPlugin;
