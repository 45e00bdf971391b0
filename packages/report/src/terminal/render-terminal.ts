import { guardCommands, terminalText } from '../escape/escape-terminal.ts';
import { callPathLines } from '../words/call-path-lines.ts';
import type { ProfileReport, Report } from '../model/report.ts';
import { describeAcknowledgement } from '../words/describe-acknowledged.ts';
import { describeConditions } from '../words/describe-conditions.ts';
import { describeProfile, describeWhole } from '../words/describe-profile.ts';
import { describeMove } from '../words/describe-touch.ts';
import { describeVerdict, type Tone } from '../words/describe-verdict.ts';
import { formatCosts, formatPointsSize } from '../words/format-numbers.ts';
import { leadProfile } from '../words/lead-profile.ts';
import { splitFindings } from '../words/split-findings.ts';
import { vocabularyOf } from '../words/vocabulary.ts';
import { createPaint, type Paint } from './paint.ts';
import { terminalPhrase, wrapText } from './terminal-phrase.ts';
import { terminalTable } from './terminal-table.ts';

/** Options of {@link renderTerminal}. */
export interface TerminalOptions {
  /** Escape sequences for bold and colour; off by default. */
  readonly color?: boolean | undefined;
  /** Columns; 100 by default, 60 at least. */
  readonly width?: number | undefined;
  /** Rows of findings for each sample type; 20 by default. */
  readonly rows?: number | undefined;
}

const SHAPES: Readonly<Record<Tone, string>> = { slower: '▲', faster: '▼', same: '=', noise: '~', unknown: '?' };
const PATHS = 3;
const NOISY_ROWS = 3;

/** Renders a report as text for a terminal or a log. No line of it can be taken for a workflow command, no name for an escape sequence. */
export function renderTerminal(report: Report, options: TerminalOptions = {}): string {
  const width = Math.max(60, options.width ?? 100);
  const paint = createPaint(options.color ?? false);
  const lead = leadProfile(report.profiles);
  const compared = report.state.kind === 'compared' || report.state.kind === 'stale-baseline';
  const sections = [
    renderVerdict(report, paint, width),
    renderConditions(report, lead, paint, width),
    ...(compared ? report.profiles : []).map((profile) => renderProfile(profile, paint, width, options.rows ?? 20)),
    report.notes.flatMap((note) => indented(terminalPhrase([{ text: note }]), width)),
  ];
  const text = sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return guardCommands(`${text}\n`);
}

function renderVerdict(report: Report, paint: Paint, width: number): readonly string[] {
  const { subject } = report;
  const { tone, headline, rest, details } = describeVerdict(report);
  const title = [subject.name, subject.profile, subject.leg].filter((part) => part !== undefined).join('  ');
  const color = tone === 'slower' ? paint.slower : tone === 'faster' ? paint.faster : paint.bold;
  const [first, ...further] = wrapText(`${SHAPES[tone]} ${terminalPhrase(headline)}`, width);
  return [
    paint.bold(terminalPhrase([{ text: title }])),
    '',
    [first, ...further].map((line) => paint.bold(color(line))).join('\n'),
    ...indented(terminalPhrase(rest), width),
    ...details.flatMap((detail) => indented(terminalPhrase(detail), width).map(paint.quiet)),
  ];
}

function renderConditions(report: Report, lead: ProfileReport | undefined, paint: Paint, width: number): readonly string[] {
  const conditions = describeConditions(report, lead);
  const label = Math.max(...conditions.map((condition) => condition.label.length));
  return conditions.flatMap((condition) => {
    const [first, ...further] = wrapText(terminalPhrase(condition.value), width - label - 4);
    const rest = further.map((line) => ' '.repeat(label + 4) + line);
    return [`  ${paint.quiet(condition.label.padEnd(label))}  ${first}`, ...rest];
  });
}

function renderProfile(profile: ProfileReport, paint: Paint, width: number, most: number): readonly string[] {
  const { worse, better, moved } = splitFindings(profile);
  const changed = [...worse, ...better];
  const accepted = profile.acknowledged ?? [];
  const { measure } = vocabularyOf(profile);
  const title = terminalPhrase([{ text: measure }]);
  if (changed.length + moved.length + accepted.length === 0) {
    const [first, ...rest] = indented(`${title}: ${describeProfile(profile)}`, width);
    return [first.replace(title, paint.bold(title)), ...rest];
  }
  const noisy = profile.functions.filter(({ verdict }) => verdict.endsWith('inconclusive')).slice(0, NOISY_ROWS);
  const shown = changed.slice(0, most);
  const more = changed.length - shown.length + profile.omitted.findings;
  const band =
    profile.method === 'exact' ? [] : [`two identical programs stayed within ±${formatPointsSize(profile.noiseFloor)} here`];
  return [
    paint.bold(title),
    ...[describeWhole(profile), ...band].flatMap((line) => indented(line, width)).map(paint.quiet),
    '',
    ...(shown.length + noisy.length === 0 ? [] : terminalTable(profile, [...shown, ...noisy], paint, width)),
    ...(more > 0 ? [`  and ${more} more`] : []),
    ...moved
      .slice(0, most)
      .flatMap((row) =>
        indented(
          `⇄ moved  ${terminalText(describeMove(row), 300)}, ${formatCosts(row.base, row.head, profile.sampleType.unit)}`,
          width,
        ),
      ),
    ...accepted
      .slice(0, most)
      .flatMap((row) =>
        indented(
          `✓ acknowledged  ${terminalText(row.name, 300)}, ${formatCosts(row.base, row.head, profile.sampleType.unit)}: ${terminalPhrase(describeAcknowledgement(row))}`,
          width,
        ),
      ),
    ...worse.slice(0, PATHS).flatMap((finding) => {
      const lines = callPathLines(profile, finding, width - 30);
      return lines.length === 0 ? [] : ['', ...lines.map((line) => `  ${line}`)];
    }),
  ];
}

function indented(text: string, width: number): readonly string[] {
  return wrapText(text, width - 2).map((line) => `  ${line}`);
}
