import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { checkout, renderForEntity } from '../../test/render-for-entity.tsx';
import { failing, notRated, rated } from '../../test/service-examples.ts';
import { EntityFlamestepCard } from './entity-flamestep-card.tsx';

test('a rated service shows its step, its score, what made it slower and one next action', async () => {
  renderForEntity(<EntityFlamestepCard />, { '/checkout': rated });
  expect(await screen.findByText('Step 2 of 4: Proactive')).toBeInTheDocument();
  expect(screen.getByRole('img', { name: 'Step 2 of 4, Proactive' })).toBeInTheDocument();
  expect(screen.getByRole('img', { name: 'Score 29 to 38 %, gate at 80 %' })).toBeInTheDocument();
  expect(screen.getByText('Slower')).toBeInTheDocument();
  expect(screen.getByText(/since 19 Nov: \+4\.1 % \(\+2\.8 to \+5\.4\) on the usual 47\.6 ms\./)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'literalStore, PR #1482' })).toHaveAttribute('href', '/flamestep/reports/report-1');
  expect(screen.getByText('Fix what pages most')).toBeInTheDocument();
  expect(screen.getByText(/Effort L, weeks · \+50 points/)).toBeInTheDocument();
});

test('a service that was never rated has no step, no score and no trend, and says so', async () => {
  renderForEntity(<EntityFlamestepCard />, { '/checkout': notRated });
  expect(await screen.findByText('Not rated yet')).toBeInTheDocument();
  expect(screen.getByText('Unknown')).toBeInTheDocument();
  expect(screen.getByText('No data yet')).toBeInTheDocument();
  expect(screen.queryByText(/%/)).not.toBeInTheDocument();
});

test('a step that rests on old evidence is dated, and the source that fails is named', async () => {
  renderForEntity(<EntityFlamestepCard />, { '/checkout': failing });
  expect(await screen.findByText('Step 2, as of 11 Nov')).toBeInTheDocument();
  expect(screen.getByText(/No answer from prometheus since 11 Nov 06:00 UTC/)).toBeInTheDocument();
  expect(screen.getByText(/No report since 14 Oct\. Whether it got slower is not known\./)).toBeInTheDocument();
});

test('an entity without the annotation is told what to add, and the backend is not asked', async () => {
  const entity = { ...checkout, metadata: { ...checkout.metadata, annotations: {} } };
  const asked = renderForEntity(<EntityFlamestepCard />, {}, entity);
  expect(await screen.findByText('flamestep.io/service: checkout')).toBeInTheDocument();
  expect(asked).toEqual([]);
});

test('who may not read the rating is told so', async () => {
  renderForEntity(<EntityFlamestepCard />, { '/checkout': 403 });
  expect(await screen.findByText(/You may not read the rating of this service/)).toBeInTheDocument();
});

test('who is not signed in any more is told so, and not that nothing is known', async () => {
  renderForEntity(<EntityFlamestepCard />, { '/checkout': 401 });
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'You are not signed in any more, so the rating of this service is not shown.',
  );
});

test('a backend that is gone is asked again on demand', async () => {
  const answers: Record<string, unknown> = { '/checkout': undefined };
  renderForEntity(<EntityFlamestepCard />, answers);
  expect(await screen.findByRole('alert')).toHaveTextContent('is not known');
  answers['/checkout'] = rated;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Step 2 of 4: Proactive')).toBeInTheDocument();
});
