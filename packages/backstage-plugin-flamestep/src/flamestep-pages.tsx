import { Route, Routes } from 'react-router-dom';
import { OverviewPage } from './overview/overview-page.tsx';
import { ReportPage } from './report/report-page.tsx';

/** The pages of the plugin, below its path. */
export function FlamestepPages() {
  return (
    <Routes>
      <Route path="/" element={<OverviewPage />} />
      <Route path="reports/:id" element={<ReportPage />} />
    </Routes>
  );
}
