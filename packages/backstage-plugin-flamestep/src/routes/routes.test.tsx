import type { RouteRef } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { expect, test } from 'vitest';
import { ReportLink } from '../parts/report-link.tsx';
import { pagesRouteRef } from './route-refs.ts';
import { TabPath, useOwnTabPath, useTabPath } from './tab-path.ts';

const CHECKOUT = 'component:default/checkout';
const entityPage = { '/catalog/:namespace/:kind/:name': entityRouteRef };

function TabLinks() {
  return (
    <>
      <a href={useTabPath()(CHECKOUT)}>its tab</a>
      <a href={useOwnTabPath(CHECKOUT)}>own tab</a>
    </>
  );
}

function renderAt(route: string, element: JSX.Element, mountedRoutes: Record<string, RouteRef>) {
  renderInTestApp(
    <Routes>
      <Route path="*" element={element} />
    </Routes>,
    { mountedRoutes, initialRouteEntries: [route] },
  );
}

test('a report is where the app has put the pages', async () => {
  renderAt('/', <ReportLink id="one">report</ReportLink>, { '/steps': pagesRouteRef });
  expect(await screen.findByRole('link', { name: 'report' })).toHaveAttribute('href', '/steps/reports/one');
});

test('without pages a report is not linked', async () => {
  renderAt('/', <ReportLink id="one">report</ReportLink>, {});
  expect(await screen.findByText('report')).toBeInTheDocument();
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

test('a tab is below its entity, where the pages are told that it is', async () => {
  renderAt(
    '/',
    <TabPath.Provider value="quality">
      <TabLinks />
    </TabPath.Provider>,
    entityPage,
  );
  expect(await screen.findByRole('link', { name: 'its tab' })).toHaveAttribute(
    'href',
    '/catalog/default/component/checkout/quality',
  );
});

test('on the page of an entity without a tab, its usual place is taken', async () => {
  renderAt('/catalog/default/component/checkout', <TabLinks />, entityPage);
  expect(await screen.findByRole('link', { name: 'own tab' })).toHaveAttribute(
    'href',
    '/catalog/default/component/checkout/observability',
  );
});
