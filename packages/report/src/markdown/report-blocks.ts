import type { ProfileReport, Report, ReportFinding } from '../model/report.ts';
import { markdownCode, markdownFence, markdownText, markdownUrl } from '../escape/escape-markdown.ts';
import { countAcknowledged, describeAcknowledgement } from '../words/describe-acknowledged.ts';
import { describeComparison } from '../words/describe-comparison.ts';
import { describeConditions } from '../words/describe-conditions.ts';
import { couldHaveSeen, describeProfile, describeWhole } from '../words/describe-profile.ts';
import { describeOwnThresholds, describeThresholds } from '../words/describe-own-thresholds.ts';
import { describeMove, describeTouch } from '../words/describe-touch.ts';
import { describeVerdict } from '../words/describe-verdict.ts';
import { formatCosts, formatPointsChange, formatPointsSize } from '../words/format-numbers.ts';
import { leadProfile } from '../words/lead-profile.ts';
import { splitFindings } from '../words/split-findings.ts';
import { vocabularyOf } from '../words/vocabulary.ts';
import { callPathLines } from '../words/call-path-lines.ts';
import { findingTable, functionCode, linkedCode } from './finding-table.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { markdownPhrase } from './markdown-phrase.ts';
import { portalFindingUrl } from './portal-finding-url.ts';

/** A piece of a comment that stands or goes as a whole. */
export interface Block {
  /** What is missing when it is left out: "call paths". */
  readonly name: string;
  readonly text: string;
  /** Never left out. */
  readonly kept?: boolean;
}

/** Findings whose way from the root is shown. */
const PATHS = 3;
/** Functions in a fold. */
const FOLD_ROWS = 10;

/** What is said of one report below its verdict, most important first. */
export function reportBlocks(report: Report, options: MarkdownOptions, rows: number): readonly Block[] {
  const lead = leadProfile(report.profiles);
  const blocks: Block[] = [];
  const add = (name: string, text: string | undefined, kept = false) => {
    if (text !== undefined) blocks.push({ name, text, kept });
  };
  const { details } = describeVerdict(report);
  const compared = report.state.kind === 'compared' || report.state.kind === 'stale-baseline';
  if (compared && lead !== undefined) add('what was compared', markdownPhrase(describeComparison(report, lead)), true);
  if (details.length > 0) add('details', details.map(markdownPhrase).join('\n\n'), true);
  if (lead !== undefined && compared) {
    const { worse, better, moved } = splitFindings(lead);
    add('findings', findingTable(lead, worse.slice(0, rows), options.linkTo), true);
    const more = worse.length - Math.min(worse.length, rows) + lead.omitted.findings;
    if (more > 0) add('findings', `${more} more in the full report.`, true);
    add('touched lines', touchLine(worse[0], options));
    add('improvements', rowsFold(lead, better, `${better.length} ${vocabularyOf(lead).faster}`, options));
    add('moved functions', movedFold(lead, moved));
    add('acknowledged functions', acknowledgedFold(lead, options));
  }
  for (const profile of compared ? report.profiles : []) {
    add(vocabularyOf(profile).measure, profileFold(profile, profile === lead, options));
  }
  if (lead !== undefined && compared) add('call paths', pathsFold(lead, options));
  add('how this was measured', measuredFold(report, lead, options));
  return blocks;
}

function fold(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

function touchLine(finding: ReportFinding | undefined, { linkTo }: MarkdownOptions): string | undefined {
  const touch = finding === undefined ? undefined : describeTouch(finding);
  if (finding === undefined || touch === undefined) return undefined;
  const place = linkedCode(touch.place, linkTo?.(touch.file, touch.line, 'head'));
  return `${markdownCode(finding.name)} ${touch.before === 'stands in' ? '' : 'is '}${touch.before} ${place}, ${touch.after}.`;
}

/** One row is said in the summary; several stand in a table. */
function rowsFold(
  profile: ProfileReport,
  rows: readonly ReportFinding[],
  title: string,
  options: MarkdownOptions,
): string | undefined {
  const table = findingTable(profile, rows.slice(0, FOLD_ROWS), options.linkTo);
  if (table === undefined) return undefined;
  const [first] = rows;
  const change = formatPointsChange(first.share);
  const said = `: ${functionCode(first, undefined)} ${formatCosts(first.base, first.head, profile.sampleType.unit)}, ${change.value} (${change.interval})`;
  return fold(`<b>${title}</b>${rows.length === 1 ? said : ''}`, table);
}

function movedFold(profile: ProfileReport, moved: readonly ReportFinding[]): string | undefined {
  if (moved.length === 0) return undefined;
  const line = (row: ReportFinding) =>
    `- ${markdownCode(describeMove(row), 160)}: ${formatCosts(row.base, row.head, profile.sampleType.unit)}`;
  return fold(`<b>${moved.length} moved</b>, at the same cost`, moved.slice(0, FOLD_ROWS).map(line).join('\n'));
}

function acknowledgedFold(profile: ProfileReport, options: MarkdownOptions): string | undefined {
  const table = acknowledgedTable(profile, options);
  return table === undefined ? undefined : fold(`<b>${countAcknowledged(profile)} acknowledged</b>, not counted`, table);
}

function acknowledgedTable(profile: ProfileReport, { linkTo }: MarkdownOptions): string | undefined {
  return findingTable(profile, (profile.acknowledged ?? []).slice(0, FOLD_ROWS), linkTo, {
    title: 'Acknowledged',
    cell: (row) => markdownPhrase(describeAcknowledgement(row)),
  });
}

function profileFold(profile: ProfileReport, isLead: boolean, options: MarkdownOptions): string {
  const { worse, better } = splitFindings(profile);
  const noisy = profile.functions.filter(({ verdict }) => verdict.endsWith('inconclusive')).slice(0, 5);
  const tables = [
    isLead ? undefined : findingTable(profile, [...worse, ...better].slice(0, FOLD_ROWS), options.linkTo),
    isLead ? undefined : acknowledgedTable(profile, options),
    noisy.length === 0 ? undefined : `Too noisy to judge, the greatest first:\n\n${findingTable(profile, noisy, undefined)}`,
  ].filter((table) => table !== undefined);
  const body = tables.length > 0 ? tables.join('\n\n') : `Normalised: ${markdownText(profile.normalization.reason)}`;
  return fold(
    `<b>${markdownText(vocabularyOf(profile).measure)}</b>: ${isLead ? describeWhole(profile) : describeProfile(profile)}`,
    body,
  );
}

function pathsFold(profile: ProfileReport, { links }: MarkdownOptions): string | undefined {
  const { worse, better } = splitFindings(profile);
  const findings = [...worse, ...better].slice(0, PATHS);
  const paths = findings.map((finding) => callPathLines(profile, finding)).filter((lines) => lines.length > 0);
  if (paths.length === 0) return undefined;
  const lines = paths.flatMap((path, i) => (i === 0 ? path : ['', ...path]));
  const page = links?.portal;
  const inPortal = findings.flatMap((finding) => {
    const url = page === undefined ? undefined : markdownUrl(portalFindingUrl(page, profile, finding));
    return url === undefined ? [] : [`[${functionCode(finding, undefined)}](${url})`];
  });
  const opened = inPortal.length === 0 ? [] : [`Flame graph in the portal, opened at: ${inPortal.join(', ')}`];
  const title = `<b>Where ${vocabularyOf(profile).slower === 'slower' ? 'the time' : 'it'} moved</b>`;
  return fold(
    `${title}: ${paths.length} call ${paths.length === 1 ? 'path' : 'paths'}`,
    [markdownFence(lines), ...opened].join('\n\n'),
  );
}

function measuredFold(report: Report, lead: ProfileReport | undefined, options: MarkdownOptions): string | undefined {
  // Where nothing was measured there is nothing to tell but the notes.
  if (lead === undefined && report.notes.length === 0) return undefined;
  const lines = describeConditions(report, lead).map(({ label, value }) => `- ${label}: ${markdownPhrase(value)}`);
  if (lead !== undefined) {
    const { thresholds, noiseFloor, normalization } = lead;
    const config = markdownUrl(options.links?.config);
    const limits = `${describeThresholds(thresholds)} of the function’s own cost`;
    const own = describeOwnThresholds(lead);
    lines.push(`- Normalised: ${markdownText(normalization.reason)}`);
    lines.push(`- A finding changes by at least ${limits}${config === undefined ? '' : ` ([change this](${config}))`}.`);
    if (own !== undefined) lines.push(`- ${markdownPhrase(own)}`);
    if (lead.method !== 'exact') {
      lines.push(`- Two identical programs stayed within ±${formatPointsSize(noiseFloor)} here; ${couldHaveSeen(lead)}.`);
      lines.push('- Corrected for the number of functions that were compared.');
    }
  }
  lines.push(...report.notes.map((note) => `- ${markdownText(note)}`));
  const command = isFork(report, options) ? undefined : report.reproduce;
  if (command !== undefined) lines.push('', 'To reproduce:', '', markdownFence(command.split('\n')));
  if (lines.length === 0) return undefined;
  return fold(`<b>How this was measured</b>${command === undefined ? '' : ', and how to reproduce it'}`, lines.join('\n'));
}

export function isFork({ provenance }: Report, { fork }: MarkdownOptions): boolean {
  return fork ?? provenance.fork !== undefined;
}
