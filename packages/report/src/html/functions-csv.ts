import type { ProfileReport } from '../model/report.ts';

const COLUMNS = [
  'verdict',
  'function',
  'file',
  'line',
  'base',
  'head',
  'change',
  'low',
  'high',
  'share_base',
  'share_head',
  'share_change',
];

/** The functions of a sample type as comma-separated values (RFC 4180), costs in the unit of the sample type. */
export function functionsCsv({ functions }: ProfileReport): string {
  const rows = functions.map(({ verdict, name, file, startLine, base, head, change, low, high, share }) =>
    [verdict, cell(name), cell(file), startLine, base, head, change, low, high, share.base, share.head, share.change].join(','),
  );
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`;
}

/** Quoted. A spreadsheet takes what begins with `=`, `+`, `-` or `@` for a formula, so such names get a quote of their own before them. */
function cell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${harmless.replace(/"/g, '""')}"`;
}
