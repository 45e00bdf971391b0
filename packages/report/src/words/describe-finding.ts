import type { ProfileReport, ReportFinding } from '../model/report.ts';
import { normalizeText } from '../escape/normalize-text.ts';
import { formatCosts, formatPointsChange } from './format-numbers.ts';
import { verdictWord, vocabularyOf } from './vocabulary.ts';

/** Names of functions run to hundreds of characters. */
const LONGEST_NAME = 160;

/**
 * A finding as one line of plain text: `json.Decode slower: own CPU time 1.30 → 3.23 ms, +3.8 points (+2.2 to +5.4)`. Names are
 * from outside; control characters are gone, other escaping is the caller's.
 */
export function describeFinding(profile: ProfileReport, finding: ReportFinding): string {
  const vocabulary = vocabularyOf(profile);
  const { value, interval } = formatPointsChange(finding.share);
  const costs = formatCosts(finding.base, finding.head, profile.sampleType.unit);
  const name = normalizeText(finding.name, LONGEST_NAME);
  return `${name} ${verdictWord(finding.verdict, vocabulary)}: own ${normalizeText(vocabulary.measure)} ${costs}, ${value} (${interval})`;
}
