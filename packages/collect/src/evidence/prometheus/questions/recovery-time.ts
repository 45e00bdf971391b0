import { median } from '../../median.ts';
import { type Question, unavailable } from '../../question.ts';
import { describeSilence } from '../describe-silence.ts';
import type { Survey } from '../survey.ts';

/** From alert to clear, of the pages of 90 days. */
export function recoveryTime(survey: Survey): Question {
  return {
    kind: 'recovery-time',
    basis: 'derived',
    query: 'ALERTS of the service over 90 days',
    ask: async () => {
      const window = (await survey.history()).window(90);
      if (window.lacks !== undefined) return unavailable('insufficient-history', window.lacks, { window });
      const { query, episodes } = await survey.episodes(90);
      const over = episodes.filter(({ isOpen }) => !isOpen).map(({ milliseconds }) => milliseconds / 1000);
      if (over.length === 0) {
        const silence = await describeSilence(survey);
        if (silence !== undefined) return unavailable('no-data', silence, { query, window });
      }
      const values = { incidents: over.length, median: over.length === 0 ? null : median(over) };
      return { query, window, values, samples: over.length };
    },
  };
}
