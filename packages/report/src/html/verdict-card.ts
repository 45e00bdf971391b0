import { escapeHtml } from '../escape/escape-html.ts';
import type { ProfileReport, Report } from '../model/report.ts';
import { describeConditions } from '../words/describe-conditions.ts';
import { describeWhole } from '../words/describe-profile.ts';
import { describeOwnThresholds, describeThresholds } from '../words/describe-own-thresholds.ts';
import { describeVerdict } from '../words/describe-verdict.ts';
import { formatCost, formatPointsChange, formatShare } from '../words/format-numbers.ts';
import { splitFindings } from '../words/split-findings.ts';
import { vocabularyOf } from '../words/vocabulary.ts';
import { functionName } from './function-rows.ts';
import { htmlPhrase } from './html-phrase.ts';
import { icon } from './icons.ts';

/** The first card: the verdict as a sentence, its cause, the conditions. */
export function verdictCard(report: Report, lead: ProfileReport | undefined): string {
  const { tone, headline, rest, details } = describeVerdict(report);
  const compared = report.state.kind === 'compared' || report.state.kind === 'stale-baseline';
  const conditions = describeConditions(report, lead).map(
    ({ label, value }) => `<div><dt>${escapeHtml(label)}</dt><dd>${htmlPhrase(value)}</dd></div>`,
  );
  return `<section class="card verdict" aria-label="Verdict">
<p class="v"><span class="out ${tone}">${icon(tone)}<span>${htmlPhrase(headline)}</span></span> <span>${htmlPhrase(rest)}</span></p>
${compared && lead !== undefined ? leadSentence(lead) : ''}
${details.map((detail) => `<p class="s muted">${htmlPhrase(detail)}</p>`).join('\n')}
<dl class="cond">${conditions.join('\n')}</dl>
${report.notes.map((note) => `<p class="note s">${escapeHtml(note)}</p>`).join('\n')}
${linkLine(report)}
${measured(report, lead)}
</section>`;
}

/** The cause in one sentence, and the cost of everything. */
function leadSentence(lead: ProfileReport): string {
  const { worse, better } = splitFindings(lead);
  const top = worse[0] ?? better[0];
  const whole = describeWhole(lead);
  const wholeText = `<p class="s muted">${escapeHtml(whole.charAt(0).toUpperCase() + whole.slice(1))}.</p>`;
  if (top === undefined) return wholeText;
  const change = formatPointsChange(top.share);
  const per = lead.normalization.kind === 'per-operation' ? ' per operation' : ' per run';
  const amount =
    lead.normalization.kind === 'relative'
      ? ''
      : `, ${formatCost(Math.abs(top.change), lead.sampleType.unit)} ${top.change > 0 ? 'more' : 'less'}${per}`;
  const looks = lead.method === 'indicative' ? 'seems to take' : 'takes';
  return `<p class="lead">${functionName(top.name)} ${looks} ${formatShare(top.share.head)} of ${escapeHtml(vocabularyOf(lead).measure)} instead of ${formatShare(top.share.base)}: <b class="nw">${change.value}</b> <span class="nw">(${change.interval})</span>${amount}.</p>
${wholeText}`;
}

const LINKS = [
  ['portal', 'In the portal'],
  ['summary', 'Job summary'],
  ['config', 'Change the thresholds'],
  ['docs', 'How to acknowledge'],
] as const;

/** Links of the report: https all of them, as the schema has it. Those from a fork lead where its author likes and are left out. */
function linkLine({ links = {}, provenance }: Report): string {
  const shown = LINKS.flatMap(([key, name]) => {
    const url = links[key];
    return url === undefined ? [] : [`<a href="${escapeHtml(url, 2000)}" rel="noreferrer">${name}</a>`];
  });
  if (provenance.fork !== undefined) return '<p class="s muted">Reported by the pull request’s own run, from a fork.</p>';
  return shown.length === 0 ? '' : `<p class="s">${shown.join(' · ')}</p>`;
}

function measured(report: Report, lead: ProfileReport | undefined): string {
  const parts: string[] = [];
  if (lead !== undefined) {
    const { thresholds, normalization, method } = lead;
    const least = `${describeThresholds(thresholds)} of its own cost`;
    const own = describeOwnThresholds(lead);
    parts.push(
      `<p class="s">Thresholds in force: a finding changes by at least ${least}.</p>`,
      ...(own === undefined ? [] : [`<p class="s">${htmlPhrase(own)}</p>`]),
      `<p class="s">Normalised: ${escapeHtml(normalization.reason)}</p>`,
    );
    if (method !== 'exact') parts.push('<p class="s">Corrected for the number of functions that were compared.</p>');
  }
  if (report.reproduce !== undefined) {
    parts.push(`<p class="s">Reproduce on your machine:</p><pre>${escapeHtml(report.reproduce, 2000)}</pre>`);
  }
  const run = report.provenance.run === undefined ? '' : `, run ${escapeHtml(report.provenance.run.id)}`;
  parts.push(`<p class="s">Written by flamestep ${escapeHtml(report.provenance.tool)}${run}.</p>`);
  return `<details><summary>How this was measured, and how to reproduce it</summary>${parts.join('\n')}</details>`;
}
