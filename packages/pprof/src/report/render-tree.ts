import { percentage } from '../measurement/percentage.ts';
import { padLeft } from '../text/pad-left.ts';
import type { TreeCall, TreeReport } from './tree.ts';
import { formatValue } from './value-format.ts';

const SEPARATOR = '----------------------------------------------------------+-------------';
const LEGEND = '      flat  flat%   sum%        cum   cum%   calls calls% + context \t \t ';

/** Writes a tree or peek report as `go tool pprof -tree` and `-peek` do. */
export function renderTree(report: TreeReport): string {
  const { format, total } = report;
  const lines = [...report.header, SEPARATOR, LEGEND];
  let sum = 0;
  for (const { name, flat, cum, callers, callees } of report.rows) {
    // A call is a share of what its function costs, not of the total.
    const callLine = ({ name: other, weight, isInline }: TreeCall) =>
      `${padLeft(formatValue(format, weight), 50)} ${percentage(weight, cum)} |   ${other}${isInline ? ' (inline)' : ''}`;
    sum += flat;
    const own = `${padLeft(formatValue(format, flat), 10)} ${percentage(flat, total)} ${percentage(sum, total)}`;
    lines.push(
      SEPARATOR,
      ...callers.map(callLine),
      `${own} ${padLeft(formatValue(format, cum), 10)} ${percentage(cum, total)}                | ${name}`,
      ...callees.map(callLine),
    );
  }
  if (report.nodes > 0) lines.push(SEPARATOR);
  return `${lines.join('\n')}\n`;
}
