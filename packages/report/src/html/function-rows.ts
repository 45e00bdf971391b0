import { splitName } from '@flamestep/flamegraph';
import { escapeHtml } from '../escape/escape-html.ts';
import { normalizeText } from '../escape/normalize-text.ts';
import type { AcknowledgedFinding, ProfileReport, ReportFinding, ReportFunction } from '../model/report.ts';
import { describeAcknowledgement } from '../words/describe-acknowledged.ts';
import { describeMove, describeTouch } from '../words/describe-touch.ts';
import { formatCost, formatPointsChange, formatShare } from '../words/format-numbers.ts';
import { verdictWord, vocabularyOf } from '../words/vocabulary.ts';
import { htmlPhrase } from './html-phrase.ts';
import { icon, iconOf } from './icons.ts';
import { rangeBar, type RangeAxis } from './range-bar.ts';

/** One row of the table of functions. */
export function functionRow(
  profile: ProfileReport,
  row: ReportFunction | ReportFinding | AcknowledgedFinding,
  axis: RangeAxis,
  found: boolean,
): string {
  const { unit } = profile.sampleType;
  const shape = iconOf(row.verdict);
  const word = verdictWord(row.verdict, vocabularyOf(profile));
  const change = formatPointsChange(row.share);
  const pair = (value: string, small: string) => `<b>${value}</b><br><span class="muted">${small}</span>`;
  return `<tr${found ? ' class="hit"' : ''}>
<td data-label="Verdict"><span class="out ${shape}">${icon(shape)}<span>${escapeHtml(word.charAt(0).toUpperCase() + word.slice(1))}</span></span></td>
<td data-label="Function">${functionName(row.name)}${explanation(row)}</td>
<td data-label="Base" class="num">${pair(formatCost(row.base, unit), formatShare(row.share.base))}</td>
<td data-label="Head" class="num">${pair(formatCost(row.head, unit), formatShare(row.share.head))}</td>
<td data-label="Change" class="num">${pair(change.value, change.interval)}</td>
<td class="interval">${rangeBar(profile, row, axis, found)}</td>
</tr>`;
}

/** A name that leads to its box in the flame graph. */
export function functionName(name: string): string {
  const shown = splitName(normalizeText(name, 300));
  const prefix = shown.prefix === '' ? '' : `<span>${escapeHtml(shown.prefix)}</span><wbr>`;
  return `<a href="#flame" class="fn" data-function="${escapeHtml(name)}">${prefix}<b>${escapeHtml(shown.function) || '(no name)'}</b></a>`;
}

function explanation(row: ReportFunction | ReportFinding | AcknowledgedFinding): string {
  const parts: string[] = [];
  if ('acknowledged' in row) parts.push(htmlPhrase(describeAcknowledgement(row)));
  if ('moved' in row && row.moved !== undefined) parts.push(escapeHtml(describeMove(row), 400));
  if ('hotLine' in row && row.hotLine !== undefined && row.hotLine > 0) {
    parts.push(`hot line <code>${escapeHtml(`${row.file}:${row.hotLine}`)}</code>`);
  }
  const touch = describeTouch(row);
  if (touch !== undefined) parts.push(`${touch.before} <code>${escapeHtml(touch.place)}</code>, ${touch.after}`);
  return parts.length === 0 ? '' : `<br><span class="xs muted">${parts.join(' · ')}</span>`;
}
