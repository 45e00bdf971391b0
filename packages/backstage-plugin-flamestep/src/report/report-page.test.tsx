import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { checkout, renderForEntity } from '../../test/render-for-entity.tsx';
import { acceptedReport, literal, slowerReport } from '../../test/report-examples.ts';
import { standInForCanvas } from '../../test/stand-in-canvas.ts';
import { ReportPage } from './report-page.tsx';

const summary = {
  id: 'r1',
  entityRef: 'component:default/checkout',
  repository: 'shop/checkout',
  name: 'BenchmarkDecodeCart',
  key: 'checkout/decode',
  isMain: false,
  commit: '2fb7133f8603',
  commitUrl: 'javascript:alert(1)',
  recordedAt: '2026-11-19T10:16:00.000Z',
  receivedAt: '2026-11-19T10:16:00.000Z',
  state: 'no-baseline',
};
const report = {
  state: { kind: 'no-baseline', reason: 'Nothing was recorded for the base.' },
  profiles: [],
  notes: ['<b>bold</b>'],
};

test('a report that compared nothing says why, and gives no verdict', async () => {
  renderForEntity(<ReportPage />, { '/reports/': { summary, report } });
  expect(await screen.findByText('Not compared')).toBeInTheDocument();
  expect(screen.getByText('Nothing was recorded for the base.')).toBeInTheDocument();
  expect(screen.queryByText(/unchanged/i)).not.toBeInTheDocument();
});

test('text of a report is shown as text, and only web addresses become links', async () => {
  renderForEntity(<ReportPage />, { '/reports/': { summary, report } });
  expect(await screen.findByText('<b>bold</b>')).toBeInTheDocument();
  expect(screen.getByText('2fb7133').closest('a')).toBeNull();
});

test('a report that was removed is not found', async () => {
  renderForEntity(<ReportPage />, { '/reports/': 404 });
  expect(await screen.findByText(/Nothing is known of the report/)).toBeInTheDocument();
});

test('the flame graph opens at the function that a comment links to', async () => {
  const seen = standInForCanvas();
  // As `renderMarkdown` of @flamestep/report writes it.
  const link = '/?type=cpu&at=encoding%2Fjson.%28%2AdecodeState%29.literalStore';
  renderForEntity(<ReportPage />, { '/reports/': slowerReport() }, checkout, link);
  const selected = await screen.findByRole('region', { name: 'Selected box' });
  expect(selected).toHaveTextContent(literal);
  expect(seen).toHaveLength(1);
});

test('the flame graph opens at the finding where nothing is asked for, and the page at its top', async () => {
  const seen = standInForCanvas();
  renderForEntity(<ReportPage />, { '/reports/': slowerReport() });
  expect(await screen.findByRole('region', { name: 'Selected box' })).toHaveTextContent(literal);
  expect(seen).toEqual([]);
});

test('a function of the table is opened in the flame graph, again and again', async () => {
  const seen = standInForCanvas();
  renderForEntity(<ReportPage />, { '/reports/': slowerReport() });
  const selected = await screen.findByRole('region', { name: 'Selected box' });
  await userEvent.click(screen.getByRole('link', { name: 'checkValid' }));
  await waitFor(() => expect(selected).toHaveTextContent('encoding/json.checkValid'));
  await userEvent.click(screen.getByRole('link', { name: 'checkValid' }));
  await waitFor(() => expect(seen).toHaveLength(2));
});

test('the sample type of a link is shown, and another can be chosen', async () => {
  standInForCanvas();
  renderForEntity(<ReportPage />, { '/reports/': slowerReport() }, checkout, '/?type=alloc_space&at=main.gone');
  expect(await screen.findByRole('radio', { name: /^Allocated memory/ })).toBeChecked();
  expect(screen.getByText(/is not in this flame graph/)).toHaveTextContent('main.gone');
  await userEvent.click(screen.getByRole('radio', { name: /^CPU/ }));
  expect(await screen.findByRole('region', { name: 'Selected box' })).toHaveTextContent(literal);
});

test('what is accepted is neither found nor called noise', async () => {
  renderForEntity(<ReportPage />, { '/reports/': acceptedReport() });
  const group = await screen.findByText('1 acknowledged, not counted');
  expect(group.closest('tr')?.nextElementSibling).toHaveTextContent('Acknowledged: Prices are decimals now.');
  expect(screen.getByText(/No change found but what is acknowledged/)).toBeInTheDocument();
});
