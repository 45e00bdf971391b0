import type { ProfileReport, ReportFinding } from '../model/report.ts';

/** Where the page of a report in the portal opens its flame graph at a finding; undefined where there is no such page. */
export function portalFindingUrl(
  page: string | undefined,
  { sampleType }: ProfileReport,
  { name }: ReportFinding,
): string | undefined {
  const url = page === undefined ? null : URL.parse(page);
  if (url === null) return undefined;
  url.searchParams.set('type', sampleType.type);
  url.searchParams.set('at', name);
  return url.href;
}
