import type { ComparisonMethod, Verdict, VerdictWord } from '../comparison.ts';

/** All of them, the worst first. */
export const VERDICT_WORDS: readonly VerdictWord[] = ['slower', 'new', 'faster', 'gone', 'moved', 'inconclusive', 'unchanged'];

/** The word as the method allows it to be said. */
export function withCertainty(word: VerdictWord, method: ComparisonMethod): Verdict {
  return method === 'indicative' ? `indicative ${word}` : word;
}

/** The word, however sure it is. */
export function plainWord(verdict: Verdict): VerdictWord {
  // The rest of a verdict is one of the seven words.
  return verdict.replace('indicative ', '') as VerdictWord;
}

/** What one word says of several: a new cost is a slowdown, one that is gone a gain. */
export function worstWord(words: readonly VerdictWord[]): VerdictWord | undefined {
  if (words.some((word) => word === 'slower' || word === 'new')) return 'slower';
  if (words.some((word) => word === 'faster' || word === 'gone')) return 'faster';
  return words.includes('moved') ? 'moved' : undefined;
}
