import type { Context, Question } from '../question.ts';
import { changeQuestions } from './change-questions.ts';
import { deploymentQuestions } from './deployment-questions.ts';
import { experimentQuestions } from './experiment-questions.ts';
import { createGithubSurvey } from './github-survey.ts';
import type { GithubSource } from './github-source.ts';
import { incidentQuestions } from './incident-questions.ts';
import { libraryQuestions } from './library-questions.ts';
import { symbolsQuestion } from './symbols-question.ts';

/** What GitHub tells of a service: incidents, drills, deployments, rollbacks, experiments, work on performance; of a library how it is kept. */
export function collectGithub(source: GithubSource, context: Context): Question[] {
  const survey = createGithubSurvey(source, context);
  const { kind } = context.manifest.service;
  const isClient = kind === 'web' || kind === 'mobile';
  return [
    ...incidentQuestions(survey),
    ...deploymentQuestions(survey),
    ...changeQuestions(survey, kind, source.telemetryHosts ?? []),
    ...(kind === 'library' ? libraryQuestions(survey, context.manifest) : experimentQuestions(survey, kind)),
    ...(isClient ? [symbolsQuestion(survey)] : []),
  ];
}
