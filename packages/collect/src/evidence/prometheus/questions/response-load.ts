import { type Question, unavailable } from '../../question.ts';
import { describeSilence } from '../describe-silence.ts';
import type { Survey } from '../survey.ts';

/** Pages a week. When somebody acknowledged them, Prometheus does not know. */
export function responseLoad(survey: Survey): Question {
  return {
    kind: 'response-load',
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
      return { query, window, values: { pagesPerWeek: episodes.length / 4 }, samples: episodes.length };
    },
  };
}
