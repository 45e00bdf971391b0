import { type FoundAnswer, type Question, unavailable } from '../question.ts';
import { describeSilence } from './describe-silence.ts';
import type { Episode } from './find-episodes.ts';
import type { Survey } from './survey.ts';

/** A question about the pages of some days: with enough history, and where nothing rang only when something could have. */
export function episodesQuestion(
  survey: Survey,
  kind: Question['kind'],
  days: 28 | 90,
  read: (episodes: readonly Episode[]) => Pick<FoundAnswer, 'values' | 'samples'>,
): Question {
  return {
    kind,
    basis: 'derived',
    query: `ALERTS of the service over ${days} days`,
    ask: async () => {
      const window = (await survey.history()).window(days);
      if (window.lacks !== undefined) return unavailable('insufficient-history', window.lacks, { window });
      const { query, episodes } = await survey.episodes(days);
      const silence = episodes.length === 0 ? await describeSilence(survey) : undefined;
      if (silence !== undefined) return unavailable('no-data', silence, { query, window });
      return { query, window, ...read(episodes) };
    },
  };
}
