import type { ProfileReport, ReportFinding, ReportFunction } from '../model/report.ts';
import { markdownCode, markdownUrl } from '../escape/escape-markdown.ts';
import { formatCost, formatPointsChange, formatShare } from '../words/format-numbers.ts';
import { verdictWord, vocabularyOf } from '../words/vocabulary.ts';
import type { LinkTo } from './markdown-options.ts';

/** The last column of a table. */
export interface LastColumn<Row> {
  readonly title: string;
  /** Markdown. */
  readonly cell: (row: Row) => string;
}

/** Rows of functions as a table, by default with their verdicts; undefined for none. */
export function findingTable<Row extends ReportFunction | ReportFinding>(
  profile: ProfileReport,
  rows: readonly Row[],
  linkTo: LinkTo | undefined,
  last: LastColumn<Row> = { title: 'Verdict', cell: ({ verdict }) => verdictWord(verdict, vocabularyOf(profile)) },
): string | undefined {
  if (rows.length === 0) return undefined;
  const exact = rows.every((row) => row.share.low === row.share.high);
  const head = [
    `| Function, own cost | Base | Head | Change${exact ? '' : ' (95 % interval)'} | ${last.title} |`,
    '|:--|--:|--:|--:|:--|',
  ];
  return [...head, ...rows.map((row) => tableRow(profile, row, linkTo, last.cell(row)))].join('\n');
}

function tableRow(profile: ProfileReport, row: ReportFunction | ReportFinding, linkTo: LinkTo | undefined, last: string): string {
  const { unit } = profile.sampleType;
  const side = (value: number, share: number) => `${formatCost(value, unit)}<br>${formatShare(share)}`;
  const change = formatPointsChange(row.share);
  const cells = [
    functionCode(row, linkTo),
    side(row.base, row.share.base),
    side(row.head, row.share.head),
    `**${change.value}**<br>(${change.interval})`,
    last,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A function's name, linked to where it begins. */
export function functionCode({ name, file, startLine, verdict }: ReportFunction, linkTo: LinkTo | undefined): string {
  return linkedCode(name, linkTo?.(file, startLine, verdict.endsWith('gone') ? 'base' : 'head'));
}

/** A name as code, linked where the address is good. */
export function linkedCode(name: string, address: string | undefined): string {
  const url = markdownUrl(address);
  return url === undefined ? markdownCode(name) : `[${markdownCode(name)}](${url})`;
}
