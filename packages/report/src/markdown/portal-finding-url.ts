import type { ProfileReport, ReportFinding } from '../model/report.ts';

/** Where the page of a report in the portal opens its flame graph at a finding. */
export function portalFindingUrl(page: string, { sampleType }: ProfileReport, { name }: ReportFinding): string {
  if (!URL.canParse(page)) return page;
  const url = new URL(page);
  url.searchParams.set('type', sampleType.type);
  url.searchParams.set('at', name);
  return url.href;
}
