import { demand, listAt, objectAt, textAt } from '../http/answer.ts';
import type { Client } from '../http/client.ts';
import { githubRequests, MOST_ENTRIES, PAGE } from './github-requests.ts';
import type { GithubSource } from './github-source.ts';

/** An issue or pull request. Times are milliseconds since 1970, NaN where it has not happened. */
export interface Issue {
  /** Of the API, as comments name it. */
  readonly url: string;
  readonly number: number;
  /** Opened by an app, such as the one that turns alerts into issues. */
  readonly isByBot: boolean;
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly isPullRequest: boolean;
  readonly createdAt: number;
  readonly closedAt: number;
  readonly mergedAt: number;
}

/** A deployment with the first status of each state that it went through. */
export interface Deployment {
  readonly sha: string;
  readonly createdAt: number;
  /** NaN where it has not succeeded. */
  readonly succeededAt: number;
  readonly failed: boolean;
}

/** The questions that GitHub answers. All throw `CollectError`. */
export interface GithubApi {
  /** Issues and pull requests with a label, closed ones too, that changed since a time. */
  issues(label: string, since: number): Promise<readonly Issue[]>;
  /** Pull requests merged since a time. */
  mergedPulls(since: number): Promise<readonly (Issue & { readonly sha: string })[]>;
  /** Deployments to an environment, to production when left out, since a time, oldest first. */
  deployments(since: number, environment?: string): Promise<readonly Deployment[]>;
  /** When the first deployment to production was made; `undefined` where there is none, or there are more than are looked through. */
  firstDeployment(): Promise<number | undefined>;
  /** Names of the completed checks of a commit that came to a verdict. */
  verdicts(sha: string): Promise<readonly string[]>;
}

export function githubApi(source: GithubSource, client: Client): GithubApi {
  const { environment = 'production', serviceLabel } = source;
  const { get, list } = githubRequests(source, client);
  const labelled = (label: string): string => (serviceLabel === undefined ? label : `${label},${serviceLabel}`);
  return {
    issues: async (label, since) => {
      const parameters = {
        labels: labelled(label),
        state: 'all',
        since: new Date(since).toISOString(),
        sort: 'created',
        direction: 'desc',
      };
      return (await list('issues', parameters)).map(readIssue);
    },
    mergedPulls: async (since) => {
      const parameters = { state: 'closed', sort: 'updated', direction: 'desc' };
      const pulls = await list('pulls', parameters, (pull) => Date.parse(textAt(pull, 'updated_at')) >= since);
      return pulls
        .map((pull) => ({
          ...readIssue(pull),
          sha: textAt(pull, 'head', 'sha'),
          mergedAt: Date.parse(textAt(pull, 'merged_at')),
        }))
        .filter(({ mergedAt, labels }) => mergedAt >= since && (serviceLabel === undefined || labels.includes(serviceLabel)));
    },
    deployments: async (since, to = environment) => {
      const isRecent = (item: unknown) => Date.parse(textAt(item, 'created_at')) >= since;
      const found = await list('deployments', { environment: to }, isRecent);
      const deployments = await Promise.all(
        found.map(async (deployment) => {
          const statuses = await get(`deployments/${Number(objectAt(deployment)['id'])}/statuses`, { per_page: String(PAGE) });
          return readDeployment(deployment, listAt(statuses));
        }),
      );
      return deployments.sort((a, b) => a.createdAt - b.createdAt);
    },
    firstDeployment: async () => {
      const found = await list('deployments', { environment });
      const times = found.map((deployment) => Date.parse(textAt(deployment, 'created_at')));
      return times.length === 0 || times.length >= MOST_ENTRIES ? undefined : Math.min(...times);
    },
    verdicts: async (sha) => {
      const answer = await get(`commits/${encodeURIComponent(sha)}/check-runs`, { status: 'completed', per_page: String(PAGE) });
      demand(answer, 'list', 'check_runs');
      const runs = listAt(answer, 'check_runs').filter((run) => ['success', 'failure'].includes(textAt(run, 'conclusion')));
      return runs.map((run) => textAt(run, 'name'));
    },
  };
}

function readIssue(issue: unknown): Issue {
  return {
    url: textAt(issue, 'url'),
    number: Number(objectAt(issue)['number']),
    isByBot: textAt(issue, 'user', 'type') === 'Bot',
    title: textAt(issue, 'title'),
    body: textAt(issue, 'body'),
    labels: listAt(issue, 'labels').map((label) => (typeof label === 'string' ? label : textAt(label, 'name'))),
    isPullRequest: 'pull_request' in objectAt(issue),
    createdAt: Date.parse(textAt(issue, 'created_at')),
    closedAt: Date.parse(textAt(issue, 'closed_at')),
    mergedAt: Date.parse(textAt(issue, 'pull_request', 'merged_at')),
  };
}

function readDeployment(deployment: unknown, statuses: readonly unknown[]): Deployment {
  const succeeded = statuses
    .filter((status) => textAt(status, 'state') === 'success')
    .map((status) => Date.parse(textAt(status, 'created_at')));
  return {
    sha: textAt(deployment, 'sha'),
    createdAt: Date.parse(textAt(deployment, 'created_at')),
    succeededAt: succeeded.length === 0 ? Number.NaN : Math.min(...succeeded),
    failed: statuses.some((status) => ['failure', 'error'].includes(textAt(status, 'state'))),
  };
}
