import { DAY_MS } from '../day-ms.ts';
import type { BuiltInKind } from '@flamestep/maturity';
import { lazily } from '../lazily.ts';
import type { Answer, Context, Question } from '../question.ts';
import { type Deployment, type GithubApi, githubApi, type Issue } from './github-api.ts';
import { type GithubFiles, githubFiles } from './github-files.ts';
import { type GithubRequests, githubRequests } from './github-requests.ts';
import type { GithubSource } from './github-source.ts';

/** What several questions need to know; each is asked at most once. */
export interface GithubSurvey {
  readonly source: GithubSource;
  api(): GithubApi;
  requests(): GithubRequests;
  /** The files of the default branch. */
  files(): Promise<GithubFiles>;
  /** Incidents of 180 days. */
  incidents(): Promise<readonly Issue[]>;
  /** Production deployments of 180 days, oldest first. */
  deployments(): Promise<readonly Deployment[]>;
  /** Pull requests merged in 90 days. */
  pulls(): Promise<Awaited<ReturnType<GithubApi['mergedPulls']>>>;
  /** Milliseconds since 1970, so many days ago. */
  since(days: number): number;
  window(days: number): { readonly from: number; readonly to: number };
  question(kind: BuiltInKind, query: string, ask: () => Promise<Answer>): Question;
}

export function createGithubSurvey(source: GithubSource, { client, now }: Context): GithubSurvey {
  const since = (days: number): number => now - days * DAY_MS;
  const requests = lazily(() => githubRequests(source, client));
  const api = lazily(() => githubApi(source, client));
  return {
    source,
    api,
    requests,
    files: lazily(async () => githubFiles(requests())),
    since,
    incidents: lazily(async () => {
      const issues = await api().issues('incident', since(180));
      return issues.filter(({ isPullRequest, createdAt }) => !isPullRequest && createdAt >= since(180));
    }),
    deployments: lazily(async () => api().deployments(since(180))),
    pulls: lazily(async () => api().mergedPulls(since(90))),
    window: (days) => ({ from: since(days), to: now }),
    question: (kind, query, ask) => ({ kind, basis: 'derived', query: `GET /repos/${source.repository}/${query}`, ask }),
  };
}
