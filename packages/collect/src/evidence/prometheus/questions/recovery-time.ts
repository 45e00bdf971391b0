import { median } from '../../median.ts';
import type { Question } from '../../question.ts';
import { episodesQuestion } from '../episodes-question.ts';
import type { Survey } from '../survey.ts';

/** From alert to clear, of the pages of 90 days that are over. */
export function recoveryTime(survey: Survey): Question {
  return episodesQuestion(survey, 'recovery-time', 90, (episodes) => {
    const over = episodes.filter(({ isOpen }) => !isOpen).map(({ milliseconds }) => milliseconds / 1000);
    return { values: { incidents: over.length, median: over.length === 0 ? null : median(over) }, samples: over.length };
  });
}
