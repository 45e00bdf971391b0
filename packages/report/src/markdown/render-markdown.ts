import { encodeUtf8 } from '@flamestep/pprof';
import { markdownCode, markdownText, markdownUrl } from '../escape/escape-markdown.ts';
import type { Report } from '../model/report.ts';
import { countAcknowledged } from '../words/describe-acknowledged.ts';
import { describeVerdict, type VerdictText } from '../words/describe-verdict.ts';
import { leadProfile } from '../words/lead-profile.ts';
import { splitFindings } from '../words/split-findings.ts';
import { createMarker, renderMarker } from './marker.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { markdownPhrase } from './markdown-phrase.ts';
import { portalFindingUrl } from './portal-finding-url.ts';
import { isFork, reportBlocks, type Block } from './report-blocks.ts';

/** A rendered comment. */
export interface RenderedMarkdown {
  readonly text: string;
  /** What was left out for its length, from the bottom; the text says so too. */
  readonly dropped: readonly string[];
}

/** Caps of a surface, with slack below GitHub's own. */
const CAPS = {
  comment: { units: 60_000, bytes: 240 * 1024 },
  summary: { units: 900 * 1024, bytes: 900 * 1024 },
} as const;

/** Rows of a table of findings: 10, and fewer where many reports share one comment. */
const ROWS = [10, 5, 3, 1, 0] as const;
/** Reports that get a line of their own in the verdict. */
const VERDICT_LINES = 15;

/**
 * Renders one report, or the reports of several legs or profiles, for a pull request or a job summary, in GitHub's markdown. The
 * marker, the verdicts, the findings and the links stand in every text; other blocks are left out from the bottom, whole, where the
 * surface is too small. Every name and sentence of the reports is escaped; links come from the options alone.
 */
export function renderMarkdown(reports: Report | readonly Report[], options: MarkdownOptions = {}): RenderedMarkdown {
  const all = Array.isArray(reports) ? (reports as readonly Report[]) : [reports as Report];
  const caps = CAPS[options.surface ?? 'comment'];
  const frame = renderFrame(all, options);
  for (const rows of ROWS) {
    const blocks = allBlocks(all, options, rows);
    const dropped: Block[] = [];
    let size = sizeOf([frame.top, frame.bottom, ...blocks.map(({ text }) => text)]);
    for (;;) {
      // Put together only when it can fit.
      const text = isWithin(size, caps) ? compose(frame, blocks, dropped, options) : undefined;
      if (text !== undefined && isWithin(sizeOf([text]), caps)) return { text, dropped: dropped.map(({ name }) => name) };
      const last = blocks.findLastIndex(({ kept }) => kept !== true);
      if (last < 0) break;
      const [block] = blocks.splice(last, 1);
      dropped.push(block);
      const freed = sizeOf([block.text]);
      size = { units: size.units - freed.units, bytes: size.bytes - freed.bytes };
    }
  }
  // With too many reports for a section each, their verdicts are what is left.
  const text = compose(frame, [], [{ name: 'all sections', text: '' }], options);
  return { text, dropped: ['all sections'] };
}

interface Size {
  readonly units: number;
  readonly bytes: number;
}

function sizeOf(texts: readonly string[]): Size {
  return {
    units: texts.reduce((sum, text) => sum + text.length, 0),
    bytes: texts.reduce((sum, text) => sum + encodeUtf8(text).length, 0),
  };
}

function isWithin(size: Size, caps: Size): boolean {
  return size.units <= caps.units && size.bytes <= caps.bytes;
}

function allBlocks(reports: readonly Report[], options: MarkdownOptions, rows: number): Block[] {
  if (reports.length === 1) return [...reportBlocks(reports[0], options, rows)];
  return reports.flatMap((report) => {
    const blocks = reportBlocks(report, options, rows);
    return blocks.length === 0 ? [] : [{ name: 'heading', text: `#### ${legName(report)}`, kept: true }, ...blocks];
  });
}

/** What stands in every text, above and below the blocks. */
interface Frame {
  readonly top: string;
  readonly bottom: string;
}

function renderFrame(reports: readonly Report[], options: MarkdownOptions): Frame {
  const title = markdownText(options.title ?? reports[0]?.subject.name ?? 'profile', 100);
  const marker = renderMarker(createMarker(reports, options.key));
  const history = (options.previous ?? []).length === 0 ? [] : [renderHistory(reports, options)];
  return {
    top: `${marker}\n### Profile diff: ${title}\n\n${renderAlert(reports, options)}`,
    bottom: [...history, renderFooter(reports, options)].join('\n\n'),
  };
}

function compose({ top, bottom }: Frame, blocks: readonly Block[], dropped: readonly Block[], options: MarkdownOptions): string {
  const notice = dropped.length === 0 ? [] : [droppedLine(dropped, options)];
  return `${[top, ...blocks.map(({ text }) => text), ...notice, bottom].join('\n\n')}\n`;
}

function renderAlert(reports: readonly Report[], options: MarkdownOptions): string {
  const verdicts = reports.map((report) => ({ report, verdict: describeVerdict(report) }));
  const warn = verdicts.some(({ report, verdict }) => verdict.tone === 'slower' || WARNED.has(report.state.kind));
  const lines = verdicts
    .slice(0, VERDICT_LINES)
    .map(({ report, verdict }) => verdictLine(report, verdict, reports.length > 1, options));
  if (reports.length > VERDICT_LINES) lines.push(`${reports.length - VERDICT_LINES} more in the job summary.`);
  const missing = verdicts.filter(({ verdict }) => verdict.tone === 'unknown').length;
  if (reports.length > 1 && missing > 0) lines.push(`Verdicts are for ${reports.length - missing} of ${reports.length}.`);
  if (reports.some((report) => isFork(report, options))) lines.push('Reported by the pull request’s own run, from a fork.');
  return `> [!${warn ? 'WARNING' : 'NOTE'}]\n${lines.map((line) => `> ${line}`).join('\n>\n')}`;
}

/** States that need someone's eye; the others wait for nothing. */
const WARNED: ReadonlySet<string> = new Set(['incompatible', 'malformed', 'missing']);

function verdictLine(report: Report, verdict: VerdictText, several: boolean, { previous }: MarkdownOptions): string {
  const wasSlower = (previous?.at(-1)?.slower ?? 0) > 0;
  const isAccepted = report.profiles.some((profile) => countAcknowledged(profile) > 0);
  const cleared = wasSlower && !several && !isAccepted && (verdict.tone === 'same' || verdict.tone === 'faster');
  const headline = cleared && verdict.tone === 'same' ? 'No longer slower.' : markdownPhrase(verdict.headline);
  const line = `**${cleared && verdict.tone !== 'same' ? 'No longer slower. ' : ''}${headline}** ${markdownPhrase(verdict.rest)}`;
  return several && report.state.kind !== 'missing' ? `${legName(report)}: ${line}` : line;
}

function legName({ subject }: Report): string {
  return markdownText(subject.leg ?? subject.profile ?? subject.name, 100);
}

function droppedLine(dropped: readonly Block[], { links }: MarkdownOptions): string {
  const names = [...new Set(dropped.map(({ name }) => name))].reverse();
  const target = markdownUrl(links?.artifact) ?? markdownUrl(links?.summary);
  const where = target === undefined ? 'the full report' : `[the full report](${target})`;
  return `Left out for length: ${names.map((name) => markdownText(name)).join(', ')}. All of it is in ${where}.`;
}

function renderHistory(reports: readonly Report[], { previous = [], key }: MarkdownOptions): string {
  const results = [...previous.slice(-4), createMarker(reports, key)];
  const said = results.map(({ head, slower, acknowledged = 0 }) => {
    const commit = markdownCode(head?.slice(0, 7) ?? 'unknown');
    const accepted = acknowledged === 0 ? '' : `, ${acknowledged} acknowledged`;
    return `${commit} ${slower === undefined ? 'not compared' : slower === 0 ? 'none slower' : `${slower} slower`}${accepted}`;
  });
  return `<details><summary><b>Last ${results.length} results</b></summary>\n\n${said.map((line) => `- ${line}`).join('\n')}\n\n</details>`;
}

function renderFooter(reports: readonly Report[], { links = {} }: MarkdownOptions): string {
  const commit = reports[0]?.subject.head.commit;
  const named: readonly (readonly [string, string | undefined])[] = [
    ['full report with flame graph', links.artifact],
    ['job summary', links.summary],
    ['in the portal', portalUrl(reports, links.portal)],
    ['how to acknowledge', links.docs],
  ];
  const shown = named.flatMap(([name, url]) => {
    const address = markdownUrl(url);
    return address === undefined ? [] : [`[${name}](${address})`];
  });
  const updated = commit === undefined ? [] : [`Updated for ${markdownCode(commit.slice(0, 7))}`];
  return `<sub>${[...updated, ...shown, 'flamestep'].join(' · ')}</sub>`;
}

/** Opened at the worst finding, where there is one report and the address is not too long for a comment. */
function portalUrl(reports: readonly Report[], page: string | undefined): string | undefined {
  const lead = reports.length === 1 ? leadProfile(reports[0]?.profiles ?? []) : undefined;
  if (page === undefined || lead === undefined) return page;
  const { worse, better } = splitFindings(lead);
  const [worst] = [...worse, ...better];
  if (worst === undefined) return page;
  const opened = portalFindingUrl(page, lead, worst);
  return markdownUrl(opened) === undefined ? page : opened;
}
