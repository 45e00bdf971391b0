import { escapeHtml } from '../escape/escape-html.ts';
import type { ProfileReport, ReportFunction } from '../model/report.ts';
import { countAcknowledged } from '../words/describe-acknowledged.ts';
import { describeProfile, describeRuns } from '../words/describe-profile.ts';
import { formatCount, formatPointsSize } from '../words/format-numbers.ts';
import { splitFindings } from '../words/split-findings.ts';
import { vocabularyOf } from '../words/vocabulary.ts';
import { functionRow } from './function-rows.ts';
import { axisLabels, rangeAxis } from './range-bar.ts';

/** Of those too noisy to judge, the greatest changes are shown, the rest with the unchanged. */
const NOISY = 8;

/** The functions of one sample type (the verdict of the lead stands above): findings, what was too noisy to judge, and the rest behind a fold. */
export function profilePanel(profile: ProfileReport, index: number, isLead: boolean): string {
  const { worse, better, moved } = splitFindings(profile);
  const found = [...worse, ...better, ...moved];
  const accepted = profile.acknowledged ?? [];
  const names = new Set([...found, ...accepted].map(({ name, file }) => `${file} ${name}`));
  const others = profile.functions.filter(({ name, file }) => !names.has(`${file} ${name}`));
  const isNoisy = ({ verdict }: ReportFunction) => verdict.endsWith('inconclusive');
  const noisy = others.filter(isNoisy).slice(0, NOISY);
  const rest = others.filter((row) => !noisy.includes(row));
  const axis = rangeAxis(profile, [...found, ...accepted, ...noisy]);
  const judged = profile.method !== 'indicative';
  const rows = [
    ...found.map((row) => functionRow(profile, row, axis, judged)),
    ...(accepted.length === 0 ? [] : [groupRow(`${formatCount(countAcknowledged(profile))} acknowledged, not counted`)]),
    ...accepted.map((row) => functionRow(profile, row, axis, judged)),
    ...(noisy.length === 0
      ? []
      : [groupRow(`${formatCount(profile.counts.inconclusive)} too noisy to judge at ${describeRuns(profile)}`)]),
    ...noisy.map((row) => functionRow(profile, row, axis, false)),
  ];
  const { measure } = vocabularyOf(profile);
  return `<div class="panel" id="profile-${index}" data-profile="${index}" aria-labelledby="tab-${index}">
${isLead ? '' : `<p class="s">${escapeHtml(measure)}: ${escapeHtml(describeProfile(profile))}.</p>`}
${rows.length === 0 ? '<p class="s empty">No function changed.</p>' : table(rows, axisLabels(axis))}
${restFold(profile, rest)}
<p class="xs muted legend">${legend(profile)}</p>
</div>`;
}

function groupRow(title: string): string {
  return `<tr class="group"><td colspan="6">${title}</td></tr>`;
}

function table(rows: readonly string[], axis: string): string {
  return `<table class="functions"><thead><tr><th>Verdict</th><th>Function, own cost</th><th class="num">Base</th><th class="num">Head</th><th class="num">Change</th><th class="interval">95 % interval ${axis}</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

function restFold(profile: ProfileReport, rest: readonly ReportFunction[]): string {
  if (rest.length === 0) return '';
  const axis = rangeAxis(profile, rest);
  const left = profile.omitted.functions + profile.omitted.findings;
  return `<details><summary>Show ${formatCount(rest.length)} more functions, unchanged or too noisy</summary>
${table(
  rest.map((row) => functionRow(profile, row, axis, false)),
  axisLabels(axis),
)}
${left === 0 ? '' : `<p class="xs muted">${formatCount(left)} more are left out of this report.</p>`}
</details>`;
}

function legend(profile: ProfileReport): string {
  const { measure } = vocabularyOf(profile);
  const per = { 'per-operation': 'per operation', absolute: 'per run', relative: 'relative to functions that did not change' };
  const units = `Costs are ${per[profile.normalization.kind]}, % and points are of the base’s ${escapeHtml(measure)}.`;
  if (profile.method === 'exact') return `The runs of a side agree, so values are compared exactly. ${units}`;
  const band = `The grey band of ±${formatPointsSize(profile.noiseFloor)} is what two identical programs show here.`;
  return `◆ found, ○ not found. ${band} ${units}`;
}
