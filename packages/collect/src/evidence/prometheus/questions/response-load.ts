import type { Question } from '../../question.ts';
import { episodesQuestion } from '../episodes-question.ts';
import type { Survey } from '../survey.ts';

/** Pages a week. When somebody acknowledged them, Prometheus does not know. */
export function responseLoad(survey: Survey): Question {
  return episodesQuestion(survey, 'response-load', 28, (episodes) => ({
    values: { pagesPerWeek: episodes.length / 4 },
    samples: episodes.length,
  }));
}
