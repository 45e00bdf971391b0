import type { ProfileReport, ReportFinding } from '../model/report.ts';
import { normalizeText } from '../escape/normalize-text.ts';
import { formatCosts } from './format-numbers.ts';
import { verdictWord, vocabularyOf } from './vocabulary.ts';

/** Frames of one path; of a longer one the caller's end is left out. */
const FRAMES = 6;

/** The way from a caller down to a finding, with the costs on that way, one line a frame; its own cost last. */
export function callPathLines(profile: ProfileReport, finding: ReportFinding, nameLength = 70): readonly string[] {
  const path = finding.path ?? [];
  if (path.length === 0) return [];
  const { unit } = profile.sampleType;
  const shown = path.slice(-FRAMES);
  const lines = shown.map(({ name, base, head }, depth) => ({
    label: branch(depth) + normalizeText(name, Math.max(20, nameLength - 3 * depth)),
    costs: formatCosts(base, head, unit),
    note: '',
  }));
  lines.push({
    label: `${'   '.repeat(shown.length - 1)}   own cost`,
    costs: formatCosts(finding.base, finding.head, unit),
    note: `  ${verdictWord(finding.verdict, vocabularyOf(profile))}`,
  });
  const width = Math.max(...lines.map(({ label }) => label.length));
  const left = path.length - shown.length;
  return [
    ...(left > 0 ? [`… ${left} ${left === 1 ? 'caller' : 'callers'} above`] : []),
    ...lines.map(({ label, costs, note }) => `${label.padEnd(width)}  ${costs}${note}`),
  ];
}

function branch(depth: number): string {
  return depth === 0 ? '' : `${'   '.repeat(depth - 1)}└─ `;
}
