import { Route, Routes } from 'react-router-dom';
import { OverviewPage } from './overview/overview-page.tsx';
import { ReportPage } from './report/report-page.tsx';
import { TAB_PATH, TabPath } from './routes/tab-path.ts';

/** What the pages of a legacy app can be told. */
export interface FlamestepPagesProps {
  /** Where the tab is below an entity's page; `/observability` where it is left out. */
  readonly tabPath?: string | undefined;
}

/** The pages of the plugin, below its path. */
export function FlamestepPages({ tabPath = TAB_PATH }: FlamestepPagesProps) {
  return (
    <TabPath.Provider value={tabPath}>
      <Routes>
        <Route path="/" element={<OverviewPage />} />
        <Route path="reports/:id" element={<ReportPage />} />
      </Routes>
    </TabPath.Provider>
  );
}
