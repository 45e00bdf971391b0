/**
 * The versioned report of a comparison, and how it is shown: as markdown, in a terminal, as an HTML page, as JSON.
 *
 * @packageDocumentation
 */

export type { Acknowledge } from './model/acknowledge-findings.ts';
export { buildReport } from './model/build-report.ts';
export type { ReportParts } from './model/build-report.ts';
export { createReportKey } from './model/create-report-key.ts';
export { hasRegression } from './model/has-regression.ts';
export { readReport } from './model/read-report.ts';
export type { ReadReportOptions } from './model/read-report.ts';
export type {
  AcknowledgedFinding,
  Acknowledgement,
  Baseline,
  Environment,
  Machine,
  ProfileReport,
  Provenance,
  Recording,
  Report,
  ReportFinding,
  ReportFunction,
  ReportLinks,
  ReportState,
  ReportTree,
  Revision,
  RunReference,
  Subject,
} from './model/report.ts';
export { isReportError, ReportError } from './model/report-error.ts';
export type { ReportErrorCode } from './model/report-error.ts';
export { REPORT_LIMITS } from './model/report-limits.ts';
export { reportSchema, type ReportSchema } from './model/report-schema.ts';
export { markdownCode, markdownFence, markdownText, markdownUrl } from './escape/escape-markdown.ts';
export { guardCommands, terminalText } from './escape/escape-terminal.ts';
export { createPaint, type Paint } from './terminal/paint.ts';
export { createMarker, readMarker, renderMarker } from './markdown/marker.ts';
export type { Marker } from './markdown/marker.ts';
export type { LinkTo, MarkdownOptions } from './markdown/markdown-options.ts';
export { renderMarkdown } from './markdown/render-markdown.ts';
export type { RenderedMarkdown } from './markdown/render-markdown.ts';
export { seriesOfReports } from './trend/series-of-reports.ts';
export type { TrendSeries } from './trend/series-of-reports.ts';
export { renderJson } from './model/render-json.ts';
export { renderTerminal } from './terminal/render-terminal.ts';
export type { TerminalOptions } from './terminal/render-terminal.ts';
export { renderTrend } from './terminal/render-trend.ts';
export type { TrendOptions } from './terminal/render-trend.ts';
export { functionsCsv } from './html/functions-csv.ts';
export { renderHtml } from './html/render-html.ts';
export { reportRuns } from './model/report-runs.ts';
export type { RunParts } from './model/report-runs.ts';
export { leadProfile } from './words/lead-profile.ts';
export { describeFinding } from './words/describe-finding.ts';
export { priorsOf } from './model/priors-of.ts';
