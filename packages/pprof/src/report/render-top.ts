import { percentage } from '../measurement/percentage.ts';
import { padLeft } from '../text/pad-left.ts';
import type { TopReport } from './top.ts';
import { formatValue } from './value-format.ts';

const LABELS = { no: '', always: ' (inline)', sometimes: ' (partial-inline)' };

/** Writes a top report as `go tool pprof -top` does. */
export function renderTop(report: TopReport): string {
  const { format, total } = report;
  const lines = [...report.header, '      flat  flat%   sum%        cum   cum%'];
  let sum = 0;
  for (const { name, flat, cum, inlined } of report.rows) {
    sum += flat;
    const own = `${padLeft(formatValue(format, flat), 10)} ${percentage(flat, total)} ${percentage(sum, total)}`;
    lines.push(`${own} ${padLeft(formatValue(format, cum), 10)} ${percentage(cum, total)}  ${name}${LABELS[inlined]}`);
  }
  return `${lines.join('\n')}\n`;
}
