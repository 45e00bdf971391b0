/** Where the pages of the plugin are. */
export const PAGE_PATH = '/flamestep';

/** The page of a report. */
export function reportPath(id: string): string {
  return `${PAGE_PATH}/reports/${encodeURIComponent(id)}`;
}
