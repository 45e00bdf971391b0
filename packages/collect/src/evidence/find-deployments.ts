import { type Connected, connectedTo } from './connect.ts';
import { DAY_MS } from './day-ms.ts';
import { githubApi } from './github/github-api.ts';
import { lazily } from './lazily.ts';

/** A deployment to production. */
export interface KnownDeployment {
  readonly commit: string;
  /** ISO 8601. */
  readonly time: string;
}

const DAYS = 30;

/** Asks the repositories for the deployments to production of the last 30 days; `undefined` where no repository is connected. */
export function findDeployments(
  connected: readonly Connected[],
  now: number,
): (() => Promise<readonly KnownDeployment[]>) | undefined {
  const repositories = connectedTo(connected, 'github');
  if (repositories.length === 0) return undefined;
  return lazily(async () => {
    const since = now - DAYS * DAY_MS;
    const found = await Promise.all(repositories.map(({ source, client }) => githubApi(source, client).deployments(since)));
    return found.flat().map(({ sha, createdAt }) => ({ commit: sha, time: new Date(createdAt).toISOString() }));
  });
}
