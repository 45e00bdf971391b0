import type { ProfileReport } from '../model/report.ts';
import { countAcknowledged } from './describe-acknowledged.ts';
import { formatCount } from './format-numbers.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The four counts, zeros too: `1 function got slower, 0 got faster` and `41 unchanged, 3 too noisy to judge`. */
export interface CountsText {
  readonly changed: string;
  readonly rest: string;
}

/** What is new, gone, moved or acknowledged is added where there is any. */
export function describeCounts(profile: ProfileReport): CountsText {
  const { counts } = profile;
  const words = vocabularyOf(profile);
  const extra = (count: number, word: string) => (count === 0 ? '' : `, ${formatCount(count)} ${word}`);
  const news = extra(counts.new, 'new') + extra(counts.gone, 'gone');
  return {
    changed: `${words.gotSlower(counts.slower)}, ${words.gotFaster(counts.faster)}${news}${extra(countAcknowledged(profile), 'acknowledged')}`,
    rest: `${formatCount(counts.unchanged)} unchanged, ${formatCount(counts.inconclusive)} too noisy to judge${extra(counts.moved, 'moved')}`,
  };
}
