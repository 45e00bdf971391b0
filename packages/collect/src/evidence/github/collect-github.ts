import type { Context, Question } from '../question.ts';
import { changeQuestions } from './change-questions.ts';
import { deploymentQuestions } from './deployment-questions.ts';
import { createGithubSurvey } from './github-survey.ts';
import type { GithubSource } from './github-source.ts';
import { incidentQuestions } from './incident-questions.ts';

/** What GitHub tells of a service: incidents, drills, deployments, rollbacks, and work on performance. */
export function collectGithub(source: GithubSource, context: Context): Question[] {
  const survey = createGithubSurvey(source, context);
  return [
    ...incidentQuestions(survey),
    ...deploymentQuestions(survey),
    ...changeQuestions(survey, context.manifest.service.kind, source.telemetryHosts ?? []),
  ];
}
