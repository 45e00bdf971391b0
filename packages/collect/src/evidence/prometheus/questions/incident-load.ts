import { median } from '../../median.ts';
import { type Question, unavailable } from '../../question.ts';
import { describeSilence } from '../describe-silence.ts';
import type { Survey } from '../survey.ts';

/** How often pages rang in 28 days, and how long. How severe it was and what changes caused, it cannot tell. */
export function incidentLoad(survey: Survey): Question {
  return {
    kind: 'incident-load',
    basis: 'derived',
    query: 'ALERTS of the service over 28 days',
    ask: async () => {
      const window = (await survey.history()).window(28);
      if (window.lacks !== undefined) return unavailable('insufficient-history', window.lacks, { window });
      const { query, episodes } = await survey.episodes(28);
      if (episodes.length === 0) {
        const silence = await describeSilence(survey);
        if (silence !== undefined) return unavailable('no-data', silence, { query, window });
      }
      // What still rings has lasted at least so long.
      const recoveryMedian = episodes.length === 0 ? 0 : median(episodes.map(({ milliseconds }) => milliseconds / 1000));
      return { query, window, values: { pageEpisodesPerWeek: episodes.length / 4, recoveryMedian }, samples: episodes.length };
    },
  };
}
