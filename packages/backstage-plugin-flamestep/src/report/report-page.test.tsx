import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderForEntity } from '../../test/render-for-entity.tsx';
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
