import { buildReport, isReportError, readReport, renderMarkdown, type Report, type ReportParts } from '@flamestep/report';

/** Compiled as a consumer would: in ESM, in CommonJS, and for a bundler. */
export function comment(json: string, parts: ReportParts): string {
  try {
    const report: Report = readReport(json, { trees: false });
    return renderMarkdown([report, buildReport(parts)], { links: report.links }).text;
  } catch (error) {
    if (isReportError(error) && error.code === 'too-large') return error.pointer;
    throw error;
  }
}
