import { type Connected, connectedTo } from './connect.ts';
import { githubApi } from './github/github-api.ts';
import { lazily } from './lazily.ts';

/**
 * Asks the repositories for the first deployment to production, in milliseconds since 1970; `undefined` where none is recorded or there are
 * too many to look through. Itself `undefined` where no repository is connected. Throws `CollectError`.
 */
export function findFirstDeployment(connected: readonly Connected[]): (() => Promise<number | undefined>) | undefined {
  const repositories = connectedTo(connected, 'github');
  if (repositories.length === 0) return undefined;
  return lazily(async () => {
    const times = await Promise.all(repositories.map(({ source, client }) => githubApi(source, client).firstDeployment()));
    const known = times.filter((time) => time !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
  });
}
