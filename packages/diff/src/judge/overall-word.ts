import type { SampleTypeComparison, VerdictWord } from '../comparison.ts';
import { worstWord } from './verdict-words.ts';

/** What a verdict over a sample type goes by, beside the words of its findings. */
export type Seen = Pick<SampleTypeComparison, 'method' | 'smallestDetectable' | 'thresholds'>;

/** One word over a sample type: the worst that was found, else whether enough could have been seen to call it unchanged. */
export function overallWord(words: readonly VerdictWord[], { method, smallestDetectable, thresholds }: Seen): VerdictWord {
  const couldSee = smallestDetectable <= thresholds.visible && method !== 'indicative';
  return worstWord(words) ?? (couldSee ? 'unchanged' : 'inconclusive');
}
