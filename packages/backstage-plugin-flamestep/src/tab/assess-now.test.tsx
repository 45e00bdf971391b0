import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { renderForEntity } from '../../test/render-for-entity.tsx';
import { notRated, rated } from '../../test/service-examples.ts';
import { EntityFlamestepContent } from './entity-flamestep-content.tsx';

const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }));

test('a service is assessed on demand, and what was found is shown', async () => {
  const answers: Record<string, unknown> = { '/checkout': notRated, '/assess': rated };
  const asked = renderForEntity(<EntityFlamestepContent />, answers);
  await screen.findByRole('heading', { name: 'Not rated yet' });
  answers['/checkout'] = rated;
  await press('Assess now');
  expect(await screen.findByRole('heading', { name: 'Step 2 of 4: Proactive' })).toBeInTheDocument();
  expect(screen.getByText('Assessed just now.')).toBeInTheDocument();
  expect(asked).toContain('/v1/services/component/default/checkout/assess');
});

test('an assessment that fails says so, leaves what was known, and can be tried again', async () => {
  const answers: Record<string, unknown> = { '/checkout': rated, '/assess': 500 };
  renderForEntity(<EntityFlamestepContent />, answers);
  await press('Assess now');
  expect(await screen.findByText('The assessment could not be made. What is shown is from before.')).toBeInTheDocument();
  expect(screen.getByRole('heading', { name: 'Step 2 of 4: Proactive' })).toBeInTheDocument();
  answers['/assess'] = rated;
  await press('Try again');
  expect(await screen.findByText('Assessed just now.')).toBeInTheDocument();
});

test('who may not have it assessed is told so', async () => {
  renderForEntity(<EntityFlamestepContent />, { '/checkout': rated, '/assess': 403 });
  await press('Assess now');
  expect(await screen.findByText(/You may not have this service assessed/)).toBeInTheDocument();
});
