import type { VerdictWord } from '@flamestep/diff';
import type { ProfileReport } from '../model/report.ts';

const URGENCY: readonly VerdictWord[] = ['slower', 'new', 'faster', 'gone', 'moved', 'inconclusive', 'unchanged'];

/** The profile that the headline speaks of: the one with the worst verdict, the first of several. */
export function leadProfile(profiles: readonly ProfileReport[]): ProfileReport | undefined {
  return profiles.toSorted((a, b) => urgency(a) - urgency(b))[0];
}

function urgency({ verdict }: ProfileReport): number {
  const indicative = verdict.startsWith('indicative ');
  // The rest of a verdict is one of the seven words.
  const word = verdict.replace('indicative ', '') as VerdictWord;
  return URGENCY.indexOf(word) + (indicative ? 0.5 : 0);
}
