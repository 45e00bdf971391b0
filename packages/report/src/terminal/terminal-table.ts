import { splitName } from '@flamestep/flamegraph';
import { normalizeText } from '../escape/normalize-text.ts';
import { cutMiddle } from '../model/cut-middle.ts';
import type { ProfileReport, ReportFinding, ReportFunction } from '../model/report.ts';
import { describeTouch } from '../words/describe-touch.ts';
import { formatCost, formatPointsChange, formatShare } from '../words/format-numbers.ts';
import { verdictWord, vocabularyOf } from '../words/vocabulary.ts';
import { guardName, markOf } from './verdict-marks.ts';
import type { Paint } from './paint.ts';

/** Narrowest column of names. */
const LEAST_NAME = 24;

/** Rows of functions under one head, with what explains a finding below its row. */
export function terminalTable(
  profile: ProfileReport,
  rows: readonly (ReportFunction | ReportFinding)[],
  paint: Paint,
  width: number,
): readonly string[] {
  const { unit } = profile.sampleType;
  const words = vocabularyOf(profile);
  const cells = rows.map((row) => {
    const change = formatPointsChange(row.share);
    return [
      `${markOf(row.verdict)} ${verdictWord(row.verdict, words)}`,
      formatCost(row.base, unit),
      formatShare(row.share.base),
      formatCost(row.head, unit),
      formatShare(row.share.head),
      change.value,
      change.interval,
    ];
  });
  const head = ['  Verdict', 'Base', '', 'Head', '', 'Change', profile.method === 'exact' ? '' : '95 % interval'];
  const widths = head.map((title, i) => Math.max(title.length, ...cells.map((row) => row[i].length)));
  const numbers = widths.slice(1).reduce((sum, one) => sum + one + 2, 0);
  const longest = Math.max('Function, own cost'.length, ...rows.map(({ name }) => normalizeText(name).length));
  const nameWidth = Math.max(LEAST_NAME, Math.min(longest, width - widths[0] - 2 - numbers));
  const line = (verdict: string, name: string, rest: readonly string[]) =>
    [verdict.padEnd(widths[0]), name.padEnd(nameWidth), ...rest.map((cell, i) => cell.padStart(widths[i + 1]))]
      .join('  ')
      .trimEnd();
  return [
    paint.quiet(line(head[0], 'Function, own cost', head.slice(1))),
    ...rows.flatMap((row, i) => {
      const [verdict, ...numbers] = cells[i];
      const shown = line(verdict, guardName(shortName(row.name, nameWidth)), numbers);
      const color = verdict.startsWith('▲') ? paint.slower : verdict.startsWith('▼') ? paint.faster : (text: string) => text;
      const mark = shown.slice(0, verdict.length);
      return [color(mark) + shown.slice(verdict.length), ...explain(row, widths[0] + 2, paint)];
    }),
  ];
}

/** A name that fits: the package loses its beginning, a function that is too long itself its middle. */
function shortName(name: string, width: number): string {
  const shown = normalizeText(name);
  const { prefix, function: own } = splitName(shown);
  if (shown.length <= width || prefix === '' || own.length >= width) return cutMiddle(shown, width);
  return `…${shown.slice(1 - width)}`;
}

function explain(row: ReportFunction | ReportFinding, indent: number, paint: Paint): readonly string[] {
  const hot = 'hotLine' in row && row.hotLine !== undefined && row.hotLine > 0 ? `${row.file}:${row.hotLine}` : '';
  const touch = describeTouch(row);
  const parts = [hot, touch === undefined ? '' : `${touch.before} ${touch.place}, ${touch.after}`].filter((part) => part !== '');
  return parts.length === 0 ? [] : [paint.quiet(' '.repeat(indent) + normalizeText(parts.join(' · '), 300))];
}
