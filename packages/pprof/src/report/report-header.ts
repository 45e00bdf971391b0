import { percentage } from '../measurement/percentage.ts';
import { activeFilterLines } from './active-filters.ts';
import type { ReportGraph } from './report-graph.ts';
import type { PreparedReport } from './prepare-report.ts';
import { profileLabels } from './profile-labels.ts';
import { formatValue } from './value-format.ts';

/** The lines above the table of a report: what was profiled, the filters, and how much of it the table shows. */
export function reportHeader(prepared: PreparedReport, graph: ReportGraph): string[] {
  const { settings, total } = prepared;
  const { format, shown: nodes, selection } = graph;
  const shown = nodes.reduce((sum, { flat }) => sum + flat, 0);
  const lines = settings.compactLabels ? [] : profileLabels(prepared, format);
  lines.push(...activeFilterLines(settings));
  const share = percentage(shown, total).trim();
  lines.push(`Showing nodes accounting for ${formatValue(format, shown)}, ${share} of ${formatValue(format, total)} total`);
  if (total !== 0) {
    if (selection.dropped > 0) {
      const limit = formatValue(format, Math.abs(Math.trunc(total * settings.nodeFraction)));
      lines.push(`Dropped ${selection.dropped} ${selection.dropped > 1 ? 'nodes' : 'node'} (cum <= ${limit})`);
    }
    if (nodes.length > 0 && nodes.length < selection.available) {
      lines.push(`Showing top ${nodes.length} nodes out of ${selection.available}`);
    }
  }
  return lines;
}
