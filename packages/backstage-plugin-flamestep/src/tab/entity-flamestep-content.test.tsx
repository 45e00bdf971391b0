import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderForEntity } from '../../test/render-for-entity.tsx';
import { failing, notRated, rated, trends } from '../../test/service-examples.ts';
import { EntityFlamestepContent } from './entity-flamestep-content.tsx';

const nothing = {
  '/trends': { profiles: [] },
  '/history': { entries: [] },
  '/reports': { items: [], total: 0, limit: 6, offset: 0 },
};

test('the tab says where the service stands, what is too early and what to do', async () => {
  renderForEntity(<EntityFlamestepContent />, { ...nothing, '/checkout': rated, '/trends': trends });
  expect(await screen.findByRole('heading', { name: 'Step 2 of 4: Proactive' })).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Gate to step 3, Predictive: closed' })).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Too early' })).toHaveTextContent('An SLO is writtenFirst: “The service is stable”.');
  expect(within(screen.getByRole('region', { name: 'Next actions' })).getByText('+50 points')).toBeInTheDocument();
});

test('a change of level is linked to its commit, its pull request and its report, and a table says the same as the chart', async () => {
  renderForEntity(<EntityFlamestepContent />, { ...nothing, '/checkout': rated, '/trends': trends });
  const region = within(await screen.findByRole('region', { name: 'Performance trend' }));
  expect(await region.findByRole('link', { name: 'PR #1482' })).toHaveAttribute(
    'href',
    'https://github.com/shop/checkout/pull/1482',
  );
  expect(region.getByRole('link', { name: '2fb7133' })).toBeInTheDocument();
  expect(region.getByRole('link', { name: 'report' })).toHaveAttribute('href', '/flamestep/reports/report-1');
  expect(region.getByTestId('limit-line')).toHaveTextContent('1.5× usual = 1.71 ms');
  expect(region.getByTestId('usual-band')).toBeInTheDocument();
  expect(region.getByText('3.08 ms', { selector: 'td' })).toBeInTheDocument();
});

test('a finding shows its value against the threshold, its query, its source and its age', async () => {
  renderForEntity(<EntityFlamestepContent />, { ...nothing, '/checkout': rated });
  const region = within(await screen.findByRole('region', { name: 'Findings' }));
  const row = within(region.getByRole('row', { name: /The service is stable/ }));
  expect(row.getByText('Fail')).toBeInTheDocument();
  expect(row.getByText('changes that failed: 21 % (at most 15 %)')).toBeInTheDocument();
  expect(row.getByText('deployments?environment=production')).toBeInTheDocument();
  expect(row.getByText(/github, main/)).toBeInTheDocument();
});

test('a source that fails is named above everything else', async () => {
  renderForEntity(<EntityFlamestepContent />, { ...nothing, '/checkout': failing });
  const note = await screen.findByRole('region', { name: 'Sources that fail' });
  expect(note).toHaveTextContent('prometheus prod-eu has not answered since 11 Nov 06:00 UTC');
  expect(note).toHaveTextContent('5 findings rest on old evidence');
});

test('without a rating, a report or a history, each says that nothing is known', async () => {
  renderForEntity(<EntityFlamestepContent />, { ...nothing, '/checkout': notRated });
  expect(await screen.findByRole('heading', { name: 'Not rated yet' })).toBeInTheDocument();
  expect(await screen.findByText('No profile from the main branch yet.')).toBeInTheDocument();
  expect(await screen.findByText(/Never rated/)).toBeInTheDocument();
  expect(await screen.findByText(/No report yet/)).toBeInTheDocument();
});

test('when one part cannot be had, the rest stays', async () => {
  renderForEntity(<EntityFlamestepContent />, { ...nothing, '/checkout': rated, '/trends': 500 });
  expect(await screen.findByText('The backend does not answer, so the trend is not known.')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Step 2 of 4: Proactive' })).toBeInTheDocument();
});
