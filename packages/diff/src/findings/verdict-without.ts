import type { FunctionComparison, SampleTypeComparison, Verdict } from '../comparison.ts';
import { overallWord } from '../judge/overall-word.ts';
import { plainWord, withCertainty } from '../judge/verdict-words.ts';
import { CHANGED } from './find-causes.ts';

/** A rest counts as a change where its interval, so many times as wide as that of 95 %, leaves out 0: as sure as a finding must be. */
const SURELY = 1.5;

/**
 * The verdict of a sample type as it would be without some of its findings, such as those that were accepted. A slower whole counts
 * still, unless these explain it: what is left of its change is no change that would have been found.
 */
export function verdictWithout(profile: SampleTypeComparison, left: readonly FunctionComparison[]): Verdict {
  const told = [...profile.findings, ...profile.indications];
  const words = told.filter((finding) => !left.includes(finding)).map(({ verdict }) => plainWord(verdict));
  const whole = plainWord(profile.whole.verdict);
  const counts = CHANGED.includes(whole) && !(whole === 'slower' && isExplained(profile, left));
  return withCertainty(overallWord([...words, ...(counts ? [whole] : [])], profile), profile.method);
}

function isExplained({ whole, thresholds }: SampleTypeComparison, left: readonly FunctionComparison[]): boolean {
  const rest = left.reduce((change, finding) => change - finding.change, whole.change);
  const margin = SURELY * Math.hypot(...[whole, ...left].map(({ low, high }) => (high - low) / 2));
  return left.length > 0 && (rest <= margin || rest < thresholds.share * whole.base);
}
