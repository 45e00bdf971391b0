import { median } from '../../median.ts';
import type { Question } from '../../question.ts';
import { episodesQuestion } from '../episodes-question.ts';
import type { Survey } from '../survey.ts';

/** How often pages rang in 28 days, and how long. How severe it was and what changes caused, it cannot tell. */
export function incidentLoad(survey: Survey): Question {
  return episodesQuestion(survey, 'incident-load', 28, (episodes) => {
    // What still rings has lasted at least so long.
    const recoveryMedian = episodes.length === 0 ? 0 : median(episodes.map(({ milliseconds }) => milliseconds / 1000));
    return { values: { pageEpisodesPerWeek: episodes.length / 4, recoveryMedian }, samples: episodes.length };
  });
}
