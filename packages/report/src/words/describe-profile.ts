import type { ProfileReport } from '../model/report.ts';
import { formatCosts, formatCount, formatPointsSize, formatRelativeChange } from './format-numbers.ts';
import { countAcknowledged } from './describe-acknowledged.ts';
import { describeCounts } from './describe-counts.ts';
import { vocabularyOf, wholeWord } from './vocabulary.ts';

/** One line on a sample type: what was found, and the cost of everything. */
export function describeProfile(profile: ProfileReport): string {
  const whole = describeWhole(profile);
  const { changed, rest } = describeCounts(profile);
  if (profile.findings.length > 0 || countAcknowledged(profile) > 0) return `${changed}, ${rest}; ${whole}`;
  if (isWholeOnly(profile)) return `no function stands out; ${whole}`;
  if (isVerdict(profile, 'inconclusive')) return `inconclusive, ${couldHaveSeen(profile)}; ${whole}`;
  if (profile.indications.length > 0) return `indicative only, ${profile.indications.length} look changed; ${whole}`;
  return profile.method === 'exact' ? `no change, compared exactly; ${whole}` : `no change, ${couldHaveSeen(profile)}; ${whole}`;
}

/** `the whole operation 47.6 → 49.5 ms, +4.1 % (−3.3 to +11.7), too noisy to judge`. */
export function describeWhole(profile: ProfileReport): string {
  const { whole, sampleType, normalization } = profile;
  if (normalization.kind === 'relative') {
    return `the whole ${formatCosts(whole.base, whole.head, sampleType.unit)}, which shares cannot judge`;
  }
  return `${nameOfWhole(profile)} ${describeWholeChange(profile)}, ${wholeWord(whole.verdict, vocabularyOf(profile))}`;
}

/** `the whole operation`. */
export function nameOfWhole({ normalization }: ProfileReport): string {
  return { 'per-operation': 'the whole operation', absolute: 'the whole run', relative: 'the whole' }[normalization.kind];
}

/** `47.6 → 49.5 ms, +4.1 % (−3.3 to +11.7)`. */
export function describeWholeChange({ whole, sampleType }: ProfileReport): string {
  const relative = formatRelativeChange(whole);
  const change = relative === undefined ? '' : `, ${relative.value} (${relative.interval})`;
  return `${formatCosts(whole.base, whole.head, sampleType.unit)}${change}`;
}

/** Whether the whole changed though no function stands out: all got slower alike, or each by too little. */
export function isWholeOnly(profile: ProfileReport): boolean {
  const { counts } = profile;
  const isChanged = profile.verdict === 'slower' || profile.verdict === 'faster';
  return isChanged && counts.slower + counts.new + counts.faster + counts.gone === 0;
}

/** What this comparison was able to find. */
export function couldHaveSeen({ method, smallestDetectable }: ProfileReport): string {
  if (method === 'exact' || smallestDetectable === 0) return 'every change would have been seen';
  if (smallestDetectable >= 1) return 'no change of any size could have been seen';
  return `a change of ${formatPointsSize(smallestDetectable)} in one function would have been seen`;
}

/** `5+5 runs`. */
export function describeRuns({ runs }: ProfileReport): string {
  return `${formatCount(runs.base)}+${formatCount(runs.head)} runs`;
}

/** `1,427 + 1,485 samples`. */
export function describeSamples({ samples }: ProfileReport): string {
  return `${formatCount(samples.base)} + ${formatCount(samples.head)} samples`;
}

export function isVerdict({ verdict }: ProfileReport, word: string): boolean {
  return verdict === word || verdict === `indicative ${word}`;
}
